/** How large baskets are, day by day: what a purchase comes to by the season. No I/O, no Spark. */
@NullMarked
package io.siyu.pipelines.value.basket;

import org.jspecify.annotations.NullMarked;
