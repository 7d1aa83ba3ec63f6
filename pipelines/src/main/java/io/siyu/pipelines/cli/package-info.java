@NullMarked
package io.siyu.pipelines.cli;

import org.jspecify.annotations.NullMarked;
