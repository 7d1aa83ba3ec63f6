/** The executive page: plain data in, one HTML file out that opens anywhere. No Spark in here. */
@NullMarked
package io.siyu.pipelines.page;

import org.jspecify.annotations.NullMarked;
