@NullMarked
package io.siyu.pipelines.bench;

import org.jspecify.annotations.NullMarked;
