package io.siyu.quality;

import org.jspecify.annotations.Nullable;

/**
 * What one rule said.
 *
 * @param value the number that decided: a fraction of good rows (0 to 1), a count, or Deequ's metric; null when no row
 *     could be measured
 * @param message what is wrong, with numbers: {@code 0.998 < 1 (2 of 1000 rows)}; empty when passed
 */
public record RuleResult(
        Rule rule, boolean passed, @Nullable Double value, String message) {}
