package io.siyu.pipelines.identity.link;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code link.yml}; {@link LinkSpecText} writes it so that it reads the same. */
public final class LinkSpecReader {
    private static final Set<String> KEYS =
            Set.of("id", "seed", "threshold", "review", "largest_block", "compare", "block", "never", "alone", "prior");
    private static final int MOST_RECORDS = 10_000;

    private LinkSpecReader() {}

    /**
     * Reads a spec.
     *
     * @param columns of the input, which the spec may name
     */
    public static LinkSpec read(Path file, List<String> columns) {
        return read(Doc.read("link spec", file), columns);
    }

    /**
     * Reads a spec from the text of a file.
     *
     * @param file as messages name it
     */
    public static LinkSpec parse(String text, Path file, List<String> columns) {
        return read(Doc.parse("link spec", file, text), columns);
    }

    private static LinkSpec read(Doc doc, List<String> columns) {
        Map<String, Doc> keys = doc.map(KEYS);
        String id = column(Doc.need(keys, "id", doc), columns);
        double threshold = probability(keys.get("threshold"), LinkSpec.THRESHOLD);
        double review = probability(keys.get("review"), Math.min(LinkSpec.REVIEW, threshold));
        if (review > threshold) {
            Doc at = keys.getOrDefault("review", doc);
            throw at.invalid("'review' is " + review, "at most the threshold, " + threshold);
        }
        List<Doc> compare = Doc.need(keys, "compare", doc).items();
        if (compare.isEmpty() || compare.size() > Pattern.MOST) {
            throw Doc.need(keys, "compare", doc).invalid(compare.size() + " comparisons", "1 to " + Pattern.MOST);
        }
        List<LinkSpec.Comparison> comparisons = new ArrayList<>();
        for (Doc item : compare) {
            comparisons.add(comparison(item, columns, id, comparisons));
        }
        return new LinkSpec(
                id,
                keys.containsKey("seed") ? keys.get("seed").number() : 1,
                threshold,
                review,
                largest(keys.get("largest_block")),
                List.copyOf(comparisons),
                blocks(Doc.need(keys, "block", doc)),
                named(keys.get("never"), columns),
                new LinkSpec.Said(probability(keys.get("prior"), 0), named(keys.get("alone"), columns)));
    }

    private static List<String> named(@Nullable Doc at, List<String> columns) {
        return at == null
                ? List.of()
                : at.items().stream().map(item -> column(item, columns)).toList();
    }

    private static LinkSpec.Comparison comparison(
            Doc item, List<String> columns, String id, List<LinkSpec.Comparison> before) {
        Map<String, Doc> keys = item.map(Set.of("column", "as", "same", "strangers"));
        Doc at = Doc.need(keys, "column", item);
        String column = column(at, columns);
        if (column.equals(id)
                || before.stream().anyMatch(known -> known.column().equals(column))) {
            throw at.invalid("column '" + column + "'", "a column that is neither the id nor compared already");
        }
        String kind = Doc.need(keys, "as", item).oneOf(Kind.words());
        Kind as = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return new LinkSpec.Comparison(column, as, shares(keys.get("same"), as), shares(keys.get("strangers"), as));
    }

    /** A share per level of the kind, from the lowest; none when the spec does not say. */
    private static List<Double> shares(@Nullable Doc at, Kind kind) {
        if (at == null) {
            return List.of();
        }
        List<String> levels = kind.measure().labels();
        if (at.items().size() != levels.size()) {
            throw at.invalid(at.items().size() + " shares", levels.size() + " shares: " + String.join("; ", levels));
        }
        return at.items().stream().map(item -> probability(item, 0)).toList();
    }

    private static List<LinkSpec.Block> blocks(Doc doc) {
        List<LinkSpec.Block> blocks = doc.items().stream()
                .map(item -> new LinkSpec.Block(item.texts()))
                .toList();
        if (blocks.isEmpty() || blocks.size() > LinkSpec.MOST_RULES) {
            throw doc.invalid(blocks.size() + " blocking rules", "1 to " + LinkSpec.MOST_RULES);
        }
        return blocks;
    }

    private static String column(Doc at, List<String> columns) {
        if (!columns.contains(at.text())) {
            throw at.invalid(
                    "column '" + at.text() + "'" + Words.didYouMean(at.text(), columns),
                    "a column of the input: " + Words.list(columns));
        }
        return at.text();
    }

    private static int largest(@Nullable Doc at) {
        if (at == null) {
            return LinkSpec.LARGEST_BLOCK;
        }
        if (at.number() < 2 || at.number() > MOST_RECORDS) {
            throw at.invalid("'largest_block' is " + at.number(), "2 to " + MOST_RECORDS);
        }
        return (int) at.number();
    }

    private static double probability(@Nullable Doc at, double otherwise) {
        if (at == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(at.text());
            if (value > 0 && value < 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw at.invalid("'" + at.text() + "'", "a probability above 0 and below 1, like 0.9");
        }
        throw at.invalid("'" + at.text() + "'", "a probability above 0 and below 1, like 0.9");
    }
}
