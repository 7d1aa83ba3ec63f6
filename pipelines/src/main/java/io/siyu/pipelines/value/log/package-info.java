/** Logs of purchases as customers, and as what a model may see of them at a date. No Spark. */
@NullMarked
package io.siyu.pipelines.value.log;

import org.jspecify.annotations.NullMarked;
