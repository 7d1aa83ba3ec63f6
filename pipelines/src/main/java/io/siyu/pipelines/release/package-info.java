@NullMarked
package io.siyu.pipelines.release;

import org.jspecify.annotations.NullMarked;
