package io.siyu.pipelines.value;

import io.siyu.pipelines.value.log.Split.Person;

/**
 * What is expected of a customer within the horizon.
 *
 * @param alive probability that he has not left; NaN when leaving is not identified
 * @param orders expected purchase days
 * @param low to {@code high}: the purchase days that he makes with a probability of 80 % and more
 * @param perOrder expected value of a purchase day
 * @param spend {@code orders} times {@code perOrder}
 */
public record Prediction(
        Person person, double alive, double orders, int low, int high, double perOrder, double spend) {}
