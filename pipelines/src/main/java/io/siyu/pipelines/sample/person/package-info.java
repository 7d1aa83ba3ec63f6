/** Who lives in the world and by which identifiers they can be met. */
@NullMarked
package io.siyu.pipelines.sample.person;

import org.jspecify.annotations.NullMarked;
