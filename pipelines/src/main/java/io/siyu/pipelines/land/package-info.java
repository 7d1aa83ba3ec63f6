@NullMarked
package io.siyu.pipelines.land;

import org.jspecify.annotations.NullMarked;
