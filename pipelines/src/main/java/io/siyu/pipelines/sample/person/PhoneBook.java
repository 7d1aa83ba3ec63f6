package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.chance.Dates;

/**
 * One or two numbers of a person.
 *
 * @param first in use until {@code changed}
 * @param changed {@link Dates#NEVER} for who has one number only
 * @param cause {@code own}, {@code family}, {@code second_phone}, {@code recycled} or {@code given_back}
 */
public record PhoneBook(String first, String second, long changed, String cause) {
    String at(long at) {
        return at < changed ? first : second;
    }

    public boolean hasTwo() {
        return changed != Dates.NEVER;
    }
}
