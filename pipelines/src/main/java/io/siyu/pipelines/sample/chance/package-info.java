/** Numbers that are drawn from a seed and a place, the same on every machine. */
@NullMarked
package io.siyu.pipelines.sample.chance;

import org.jspecify.annotations.NullMarked;
