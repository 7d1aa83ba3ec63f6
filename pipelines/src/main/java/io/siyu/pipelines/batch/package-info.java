/** The night's engine: a plan of steps run as a Spring Batch job that a kill cannot make forget. Only here is Spring known. */
@org.jspecify.annotations.NullMarked
package io.siyu.pipelines.batch;
