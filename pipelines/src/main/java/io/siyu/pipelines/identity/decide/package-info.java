/** Decisions of people on who is who: held to what is known, then a drop file like any other. */
@NullMarked
package io.siyu.pipelines.identity.decide;

import org.jspecify.annotations.NullMarked;
