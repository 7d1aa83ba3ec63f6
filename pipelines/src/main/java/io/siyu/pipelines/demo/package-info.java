/** A small invented retailer, written as landing files. */
@NullMarked
package io.siyu.pipelines.demo;

import org.jspecify.annotations.NullMarked;
