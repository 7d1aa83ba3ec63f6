/** The clock of a shop: how much of a customer's time passes on a day, by the calendar. No I/O, no Spark. */
@NullMarked
package io.siyu.pipelines.value.clock;

import org.jspecify.annotations.NullMarked;
