/** Rows of other systems' databases as files in drop folders: what changed in a table until a business date ended. */
@NullMarked
package io.siyu.pipelines.extract;

import org.jspecify.annotations.NullMarked;
