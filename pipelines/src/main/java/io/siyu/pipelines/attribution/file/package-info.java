/** Files of paths and of experiments, as anybody may have them, and what was found written as files. */
@NullMarked
package io.siyu.pipelines.attribution.file;

import org.jspecify.annotations.NullMarked;
