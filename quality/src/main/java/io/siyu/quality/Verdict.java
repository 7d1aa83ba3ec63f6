package io.siyu.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.siyu.warehouse.Problems;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the judge said about a table's rows.
 *
 * @param table the table's name
 * @param rows number of rows judged
 * @param results one result per rule, in the order of the rules
 */
public record Verdict(String table, long rows, List<RuleResult> results) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Verdict {
        results = List.copyOf(results);
    }

    /** Whether a rule of severity error failed: readers must not see these rows. */
    public boolean rejects() {
        return failures().stream().anyMatch(r -> r.rule().severity() == Rule.Severity.ERROR);
    }

    /** Failed rules of severity warn. */
    public List<RuleResult> warnings() {
        return failures().stream()
                .filter(r -> r.rule().severity() == Rule.Severity.WARN)
                .toList();
    }

    /** All failed rules, errors and warnings. */
    public List<RuleResult> failures() {
        return results.stream().filter(r -> !r.passed()).toList();
    }

    /** {@code 2 of 9 rules failed [unique grain [order_id] 0.998 < 1 (2 of 1000 rows); rows 12 < 1000]}. */
    public String summary() {
        List<RuleResult> failures = failures();
        if (failures.isEmpty()) {
            return "all " + results.size() + " rules passed";
        }
        return failures.size() + " of " + results.size() + " rules failed "
                + failures.stream()
                        .map(r -> r.rule().id() + " " + r.message())
                        .collect(Collectors.joining("; ", "[", "]"));
    }

    /** One line of JSON that {@link #fromJson} reads back. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw Problems.failed(
                    "store the verdict on " + table, String.valueOf(e.getMessage()), "Nothing is stored.", e);
        }
    }

    public static Verdict fromJson(String json) {
        try {
            return JSON.readValue(json, Verdict.class);
        } catch (JsonProcessingException e) {
            throw Problems.failed(
                    "read a verdict",
                    String.valueOf(e.getOriginalMessage()),
                    "Judge the table again to replace it.",
                    e);
        }
    }
}
