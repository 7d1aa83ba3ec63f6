/** Sets of customers as bitmaps: made of the wide table each night, and asked for counts without reading it. */
@NullMarked
package io.siyu.pipelines.tag.audience;

import org.jspecify.annotations.NullMarked;
