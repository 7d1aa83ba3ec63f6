/** Who has been erased, by tombstones that name nobody, and what of a row is theirs. */
@NullMarked
package io.siyu.pipelines.erase;

import org.jspecify.annotations.NullMarked;
