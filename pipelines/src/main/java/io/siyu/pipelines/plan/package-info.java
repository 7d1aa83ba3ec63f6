@NullMarked
package io.siyu.pipelines.plan;

import org.jspecify.annotations.NullMarked;
