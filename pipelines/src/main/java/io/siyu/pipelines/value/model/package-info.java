/**
 * What buying histories are fitted with: counted cells in, parameters and expectations out. No I/O, no Spark, no clock; time has
 * whatever unit the cells have.
 */
@NullMarked
package io.siyu.pipelines.value.model;

import org.jspecify.annotations.NullMarked;
