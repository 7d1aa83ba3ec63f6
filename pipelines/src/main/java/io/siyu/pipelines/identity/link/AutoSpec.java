package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A spec for rows nobody described: what their columns are by name and content, how such are compared, and which blocking rules find the
 * most for their cost. A column that may hold the answer is never used.
 *
 * @param out columns left out, and why
 */
public record AutoSpec(LinkSpec spec, Map<String, String> out) {
    private static final int SAMPLE = 10_000;

    /** Rows are read once, for a sample by their content. */
    public static AutoSpec of(Dataset<Row> rows, long seed) {
        String[] names = rows.columns();
        Column[] texts = Arrays.stream(names)
                .map(name -> col(People.quoted(name)).cast("string").as(name))
                .toArray(Column[]::new);
        Column[] hashed =
                Stream.concat(Stream.of(lit(seed)), Arrays.stream(texts)).toArray(Column[]::new);
        long records = rows.count();
        List<Row> sample =
                rows.select(texts).orderBy(xxhash64(hashed)).limit(SAMPLE).collectAsList();
        List<ColumnProfile> profiles = IntStream.range(0, names.length)
                .mapToObj(i -> ColumnProfile.of(names[i], values(sample, i)))
                .toList();
        String id = id(profiles);
        Map<String, String> out = new TreeMap<>();
        List<LinkSpec.Comparison> compare = new ArrayList<>();
        List<List<@Nullable String>> forms = new ArrayList<>();
        for (ColumnProfile profile : byTelling(profiles)) {
            KindGuess guess = KindGuess.of(profile);
            Kind kind = guess.kind();
            if (kind == null || profile.name().equals(id)) {
                out.put(profile.name(), guess.reason());
            } else if (compare.size() == Pattern.MOST) {
                out.put(profile.name(), Pattern.MOST + " columns that tell more are compared");
            } else {
                compare.add(new LinkSpec.Comparison(profile.name(), kind));
                int place = profiles.indexOf(profile);
                forms.add(new ArrayList<>(
                        values(sample, place).stream().map(kind::normal).toList()));
            }
        }
        List<LinkSpec.Block> rules =
                new BlockChooser(compare, turned(forms, sample.size()), records, LinkSpec.LARGEST_BLOCK).rules();
        if (rules.isEmpty()) {
            throw Problems.cannot(
                    "choose how to link " + records + " rows",
                    "of " + names.length + " columns " + compare.size()
                            + " can be compared and none of them tells people apart",
                    "Nothing was written; give a spec");
        }
        return new AutoSpec(
                new LinkSpec(
                        id,
                        seed,
                        LinkSpec.THRESHOLD,
                        LinkSpec.REVIEW,
                        LinkSpec.LARGEST_BLOCK,
                        List.copyOf(compare),
                        rules,
                        List.of()),
                out);
    }

    /** The spec as {@code link.yml}; what was left out stands in it as comments. */
    public String text() {
        StringBuilder text =
                new StringBuilder("# Chosen by what the columns hold; save it, edit it, give it as --spec.\n");
        out.forEach((name, reason) -> text.append("# Left out: ")
                .append(name)
                .append(" (")
                .append(reason)
                .append(").\n"));
        return text.append(LinkSpecText.of(spec)).toString();
    }

    private static String id(List<ColumnProfile> profiles) {
        return profiles.stream()
                .filter(ColumnProfile::unique)
                .min(Comparator.comparing(profile -> KindGuess.of(profile).kind() != null))
                .map(ColumnProfile::name)
                .orElseThrow(() -> Problems.cannot(
                        "choose a spec",
                        "no column tells every row apart",
                        "Nothing was written; add a column with a number of its own in every row"));
    }

    /** The columns whose values tell most people apart first: filled, and of many values. */
    private static List<ColumnProfile> byTelling(List<ColumnProfile> profiles) {
        return profiles.stream()
                .sorted(Comparator.comparingDouble(
                                (ColumnProfile profile) -> -profile.fill() * Math.log(1 + profile.distinct()))
                        .thenComparing(ColumnProfile::name))
                .toList();
    }

    private static List<@Nullable String> values(List<Row> sample, int place) {
        List<@Nullable String> values = new ArrayList<>();
        sample.forEach(row -> values.add(row.isNullAt(place) ? null : row.getString(place)));
        return values;
    }

    private static List<List<@Nullable String>> turned(List<List<@Nullable String>> columns, int rows) {
        List<List<@Nullable String>> turned = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<@Nullable String> values = new ArrayList<>();
            for (List<@Nullable String> column : columns) {
                values.add(column.get(row));
            }
            turned.add(values);
        }
        return turned;
    }
}
