@NullMarked
package io.siyu.pipelines.sql;

import org.jspecify.annotations.NullMarked;
