/** A fit for people: a table for the console, a file of predictions, one HTML page. No Spark. */
@NullMarked
package io.siyu.pipelines.value.report;

import org.jspecify.annotations.NullMarked;
