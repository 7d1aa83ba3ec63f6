/** What the house says about identifiers: their kinds, their shapes and their limits. */
@NullMarked
package io.siyu.warehouse.identity;

import org.jspecify.annotations.NullMarked;
