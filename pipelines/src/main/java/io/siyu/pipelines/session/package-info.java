@NullMarked
package io.siyu.pipelines.session;

import org.jspecify.annotations.NullMarked;
