package io.siyu.pipelines.identity.link;

import java.util.List;

/** How much two values of one column agree, in a few levels. It is symmetric. */
interface Measure {
    /** Names of the levels, from {@code differs} at 0 to full agreement. */
    List<String> labels();

    /**
     * The level of two values in their normal form.
     *
     * @return an index of {@link #labels()}
     */
    int level(String a, String b);

    /** The least level at which the values are still taken for one value with a slip, so that its frequency matters. */
    int alike();
}
