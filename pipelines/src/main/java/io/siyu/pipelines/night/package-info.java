@NullMarked
package io.siyu.pipelines.night;

import org.jspecify.annotations.NullMarked;
