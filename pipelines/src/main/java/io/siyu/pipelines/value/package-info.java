/** What a customer is worth: a log of purchases, fitted, predicted and held to what came afterwards. No Spark. */
@NullMarked
package io.siyu.pipelines.value;

import org.jspecify.annotations.NullMarked;
