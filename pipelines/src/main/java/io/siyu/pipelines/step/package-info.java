@NullMarked
package io.siyu.pipelines.step;

import org.jspecify.annotations.NullMarked;
