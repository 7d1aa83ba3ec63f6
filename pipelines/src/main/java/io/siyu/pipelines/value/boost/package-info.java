/**
 * Boosted trees that challenge the models of value: what a customer does within some days, learned from what customers did within as
 * many days before the origin. Trained on the driver, asked by Spark.
 */
@NullMarked
package io.siyu.pipelines.value.boost;

import org.jspecify.annotations.NullMarked;
