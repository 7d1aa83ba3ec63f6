/** What is sold, when, to whom and for how much, in fen. */
@NullMarked
package io.siyu.pipelines.sample.trade;

import org.jspecify.annotations.NullMarked;
