@NullMarked
package io.siyu.quality;

import org.jspecify.annotations.NullMarked;
