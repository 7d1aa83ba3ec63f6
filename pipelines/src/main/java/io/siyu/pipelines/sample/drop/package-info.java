/** How rows become files: shards of rows, appended in one order whatever the number of cores. */
@NullMarked
package io.siyu.pipelines.sample.drop;

import org.jspecify.annotations.NullMarked;
