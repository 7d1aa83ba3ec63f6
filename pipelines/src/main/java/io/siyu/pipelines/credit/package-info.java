/** Credit for conversions, night by night: the models of attribution over the counted paths of a month. */
@NullMarked
package io.siyu.pipelines.credit;

import org.jspecify.annotations.NullMarked;
