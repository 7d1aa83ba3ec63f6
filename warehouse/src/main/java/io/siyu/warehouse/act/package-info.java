/** Who is meant by a name (audiences, 人群) and what to do for whom next (actions, 行动), as texts over tags. */
@NullMarked
package io.siyu.warehouse.act;

import org.jspecify.annotations.NullMarked;
