@NullMarked
package io.siyu.warehouse;

import org.jspecify.annotations.NullMarked;
