package io.siyu.pipelines.step;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * One run of one or more steps.
 *
 * @param id names the run in every commit it makes: {@code night-2026-11-11-1}
 * @param date the business date
 * @param jar version of the engine
 * @param full build tables anew instead of following changes
 * @param resumed whether an earlier, unfinished execution of this very run may have made commits
 * @param reopened dates to build again whether or not their inputs changed, ISO
 */
public record Run(String id, LocalDate date, String jar, boolean full, boolean resumed, SortedSet<String> reopened) {}
