/**
 * Why identifiers are one customer or are not, what holds a customer together, and what another limit would change. Paths, seams
 * and verdicts are plain Java over {@link Tie ties}; what is read from a release, and the live clustering, stand beside them.
 */
@NullMarked
package io.siyu.pipelines.identity.explain;

import org.jspecify.annotations.NullMarked;
