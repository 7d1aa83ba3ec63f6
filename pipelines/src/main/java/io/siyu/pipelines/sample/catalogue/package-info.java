/** What files there are, and what can be wrong with them. */
@NullMarked
package io.siyu.pipelines.sample.catalogue;

import org.jspecify.annotations.NullMarked;
