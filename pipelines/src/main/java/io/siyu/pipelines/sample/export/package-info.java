/** The rows that each system leaves, in its own words. */
@NullMarked
package io.siyu.pipelines.sample.export;

import org.jspecify.annotations.NullMarked;
