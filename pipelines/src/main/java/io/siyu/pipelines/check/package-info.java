@NullMarked
package io.siyu.pipelines.check;

import org.jspecify.annotations.NullMarked;
