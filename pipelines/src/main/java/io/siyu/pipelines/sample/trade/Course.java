package io.siyu.pipelines.sample.trade;

/**
 * When somebody's planted rate of purchase turns, and to what. What falls little by little besides ({@code dying}) follows from the
 * process.
 *
 * @param at seconds of the world; {@link io.siyu.pipelines.sample.chance.Dates#NEVER} for who goes on as ever
 * @param to the share of the rate before that is left: 0 for who buys no more
 */
public record Course(long at, double to) {}
