/** Tags (标签): what is said of a customer, as a catalogue of texts. */
@NullMarked
package io.siyu.warehouse.tag;

import org.jspecify.annotations.NullMarked;
