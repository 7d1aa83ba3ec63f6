/** BI access: SQL on what is published, on the command line and over JDBC. */
@NullMarked
package io.siyu.pipelines.serve;

import org.jspecify.annotations.NullMarked;
