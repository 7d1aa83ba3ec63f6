/** Who is who: from edges between identifiers to customers. */
@NullMarked
package io.siyu.pipelines.identity;

import org.jspecify.annotations.NullMarked;
