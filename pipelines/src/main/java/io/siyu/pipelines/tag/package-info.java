/** Tags at work: their worked examples, and the rows that a value comes from. */
@NullMarked
package io.siyu.pipelines.tag;

import org.jspecify.annotations.NullMarked;
