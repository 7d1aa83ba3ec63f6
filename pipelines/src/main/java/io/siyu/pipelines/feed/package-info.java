/** Landed files to rows: what each file holds, row by row, and what is wrong with the rows that hold nothing usable. */
@NullMarked
package io.siyu.pipelines.feed;

import org.jspecify.annotations.NullMarked;
