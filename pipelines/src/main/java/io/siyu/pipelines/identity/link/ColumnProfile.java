package io.siyu.pipelines.identity.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a sample looks like.
 *
 * @param fill share of rows with a value
 * @param distinct different values
 * @param unique whether every row has a value and no two share one
 * @param email share of values that are mail addresses; {@code date}, {@code phone}, {@code code} likewise: dates, telephone
 *     numbers, codes of letters and digits without a blank
 * @param words words of a value on average
 */
record ColumnProfile(
        String name,
        double fill,
        long distinct,
        boolean unique,
        double email,
        double date,
        double phone,
        double code,
        double words) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DATE = Pattern.compile(
            "(1[89]|20)\\d\\d(0[1-9]|1[0-2])[0-3]\\d|(1[89]|20)\\d\\d\\D+\\d\\d?\\D+\\d\\d?.*|\\d\\d?\\D\\d\\d?\\D(1[89]|20)\\d\\d");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().*-]{7,20}");
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}*-]+");

    static ColumnProfile of(String name, List<? extends @Nullable String> values) {
        List<String> known = values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        known.forEach(value -> counts.merge(value, 1, Integer::sum));
        return new ColumnProfile(
                name,
                values.isEmpty() ? 0 : (double) known.size() / values.size(),
                counts.size(),
                known.size() == values.size() && counts.size() == values.size(),
                share(known, value -> EMAIL.matcher(value).matches()),
                share(known, value -> DATE.matcher(value).matches()),
                share(known, value -> PHONE.matcher(value).matches()),
                share(known, value -> CODE.matcher(value).matches()),
                known.stream()
                        .mapToInt(value -> value.split("\\s+", -1).length)
                        .average()
                        .orElse(0));
    }

    private static double share(Collection<String> values, Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }
}
