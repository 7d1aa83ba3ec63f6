@NullMarked
package io.siyu.pipelines.store;

import org.jspecify.annotations.NullMarked;
