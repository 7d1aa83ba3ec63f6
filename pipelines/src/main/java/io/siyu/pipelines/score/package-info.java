/** Holds a lake that ran over a generated world to that world's truth. */
@NullMarked
package io.siyu.pipelines.score;

import org.jspecify.annotations.NullMarked;
