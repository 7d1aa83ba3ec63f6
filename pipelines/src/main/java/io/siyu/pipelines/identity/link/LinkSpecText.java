package io.siyu.pipelines.identity.link;

import java.util.List;
import java.util.Locale;

/** A spec as {@code link.yml}; {@link LinkSpecReader} reads the same spec from it. */
final class LinkSpecText {
    private LinkSpecText() {}

    /** The spec as {@code link.yml}. */
    static String of(LinkSpec spec) {
        StringBuilder text = new StringBuilder();
        text.append("id: ").append(quoted(spec.id())).append("\nseed: ").append(spec.seed());
        text.append(String.format(Locale.ROOT, "%nthreshold: %s%nreview: %s%n", spec.threshold(), spec.review()));
        text.append("largest_block: ").append(spec.largestBlock()).append("\ncompare:\n");
        for (LinkSpec.Comparison comparison : spec.compare()) {
            text.append("  - {column: ").append(quoted(comparison.column()));
            text.append(", as: ").append(comparison.kind().word());
            shares(text, "same", comparison.same());
            shares(text, "strangers", comparison.strangers());
            text.append("}\n");
        }
        text.append("block:\n");
        for (LinkSpec.Block block : spec.block()) {
            text.append("  - [")
                    .append(String.join(
                            ", ",
                            block.keys().stream().map(LinkSpecText::quoted).toList()));
            text.append("]\n");
        }
        columns(text, "never", spec.never());
        columns(text, "alone", spec.said().alone());
        if (spec.said().prior() > 0) {
            text.append("prior: ").append(spec.said().prior()).append('\n');
        }
        return text.toString();
    }

    private static void columns(StringBuilder text, String key, List<String> names) {
        if (!names.isEmpty()) {
            text.append(key).append(": [");
            text.append(
                    String.join(", ", names.stream().map(LinkSpecText::quoted).toList()));
            text.append("]\n");
        }
    }

    private static void shares(StringBuilder text, String key, List<Double> shares) {
        if (!shares.isEmpty()) {
            text.append(", ").append(key).append(": ").append(shares);
        }
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
