package io.siyu.pipelines.sample.relation;

/**
 * A visit to the mini program.
 *
 * @param campaign the campaign whose card or message led here, or an empty text
 * @param touch the touch this visit is, or an empty text
 * @param buys whether an order follows
 */
public record Visit(long at, Scenes.Scene scene, String campaign, String touch, boolean buys) {}
