/** Value in the warehouse's tables: histories counted by Spark, fitted on the driver, predicted once for each distinct history. */
@NullMarked
package io.siyu.pipelines.value.table;

import org.jspecify.annotations.NullMarked;
