/** Contacts, groups, campaigns and what people do in the mini program. */
@NullMarked
package io.siyu.pipelines.sample.relation;

import org.jspecify.annotations.NullMarked;
