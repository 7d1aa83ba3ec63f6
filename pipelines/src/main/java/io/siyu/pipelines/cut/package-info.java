@NullMarked
package io.siyu.pipelines.cut;

import org.jspecify.annotations.NullMarked;
