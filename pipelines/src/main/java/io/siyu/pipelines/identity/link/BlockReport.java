package io.siyu.pipelines.identity.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What blocking rules find, known before a pair is made.
 *
 * @param largest records that a block may have
 * @param refused keys of larger blocks, {@code <rule>:<key>}, as people read them
 */
public record BlockReport(List<Rule> rules, int largest, Set<String> refused) {
    /**
     * One rule.
     *
     * @param pairs in its blocks of allowed size; a pair that several rules find counts at each
     * @param blocks of two records and more
     * @param worst its largest blocks, and every block that is too large; the largest first
     */
    public record Rule(String text, long pairs, long blocks, List<Worst> worst) {}

    /** A large block. */
    public record Worst(String key, long records) {}

    /** A line per rule, then a sentence per rule that has a block left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-52s %12s %10s  %s%n", "blocking rule", "pairs", "blocks", "largest"));
        for (Rule rule : rules) {
            String worst = rule.worst().stream()
                    .limit(3)
                    .map(block -> block.key() + " (" + block.records() + ")")
                    .collect(Collectors.joining(", "));
            text.append(String.format(
                    Locale.ROOT, "%-52s %,12d %,10d  %s%n", rule.text(), rule.pairs(), rule.blocks(), worst));
        }
        for (Rule rule : rules) {
            List<Worst> over = rule.worst().stream()
                    .filter(block -> block.records() > largest)
                    .toList();
            if (!over.isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        "Cannot compare within %d blocks of %s: they have up to %,d records, %d are allowed. "
                                + "Other rules may still find their pairs; make the rule finer, or raise largest_block.%n",
                        over.size(),
                        rule.text(),
                        over.get(0).records(),
                        largest));
            }
        }
        return text.toString();
    }
}
