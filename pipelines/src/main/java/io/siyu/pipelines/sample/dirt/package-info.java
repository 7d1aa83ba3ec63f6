/** What is wrong with the files, on purpose. */
@NullMarked
package io.siyu.pipelines.sample.dirt;

import org.jspecify.annotations.NullMarked;
