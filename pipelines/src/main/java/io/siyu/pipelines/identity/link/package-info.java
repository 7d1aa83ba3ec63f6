/**
 * Probabilistic linking of records that share no strong identifier: Fellegi and Sunter's model fitted by EM, several blocking
 * rules, and constrained agglomeration. It works on Datasets; files are the command line's.
 */
@NullMarked
package io.siyu.pipelines.identity.link;

import org.jspecify.annotations.NullMarked;
