/** What totals of many customers come to, and how far they may be off. No I/O, no Spark. */
@NullMarked
package io.siyu.pipelines.value.total;

import org.jspecify.annotations.NullMarked;
