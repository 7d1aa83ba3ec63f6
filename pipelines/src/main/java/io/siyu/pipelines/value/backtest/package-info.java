/** How predictions compare with what came true. No I/O, no Spark. */
@NullMarked
package io.siyu.pipelines.value.backtest;

import org.jspecify.annotations.NullMarked;
