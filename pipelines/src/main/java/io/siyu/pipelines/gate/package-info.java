@NullMarked
package io.siyu.pipelines.gate;

import org.jspecify.annotations.NullMarked;
