@NullMarked
package io.siyu.pipelines;

import org.jspecify.annotations.NullMarked;
