/** What a person at a terminal, or a log, sees of a run. */
@org.jspecify.annotations.NullMarked
package io.siyu.pipelines.progress;
