/** A generated retailer whose truth is known: its world, written as nightly drop folders. */
@NullMarked
package io.siyu.pipelines.sample;

import org.jspecify.annotations.NullMarked;
