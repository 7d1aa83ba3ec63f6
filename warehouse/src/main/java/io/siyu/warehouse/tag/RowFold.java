package io.siyu.warehouse.tag;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What many tags say of the rows of one table, found by going through them once. Each row touches every aggregate of a query, even
 * one that does not count it; here it carries a bit for each condition that it meets and the values that tags look at, and
 * {@code fold_rows} does for each row of a customer what its bits ask for and nothing else. Tags with one
 * condition share its bit, tags over one value share the value.
 *
 * <p>{@code fold_rows(cells, plan)} is an aggregate over structs: so many BIGINTs of bits, so many numbers (BIGINT), so
 * many texts. The plan says how many of each, then what is asked for: {@code count:b}, {@code sum:b:n}, {@code min:b:n},
 * {@code max:b:n}, {@code numbers:b:n} and {@code texts:b:t} (how many different ones), {@code favourite:b:t},
 * {@code min_by:b:t:nk} and {@code max_by:b:t:tk} (the text of the least or greatest key, a number or a text), by the places of a
 * bit (64 to a BIGINT), a number, a text. It gives a struct of {@code numbers} and {@code texts}, each in the plan's order.
 */
final class RowFold {
    /** Conditions that one BIGINT tells of; below its sign. */
    private static final int BITS = 60;

    private final Table table;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> plan = new ArrayList<>();
    private int foundNumbers;
    private int foundTexts;

    /** @param table whose contract says which columns are whole numbers */
    RowFold(Table table) {
        this.table = table;
    }

    /** Whether a call cannot be told row by row: then all rows of a customer are at hand anyway. */
    static boolean needs(TagWords.Call call) {
        return call.name().equals("distinct") || call.name().equals("favourite");
    }

    /**
     * A tag more.
     *
     * @param filter rows that count; empty for all
     * @return what it comes to, over the column of {@link #aggregate}; empty when it needs an aggregate of its own
     */
    Optional<String> add(TagWords.Call call, String filter) {
        String of = call.inside();
        String rows = filter.isEmpty() ? "true" : filter;
        Optional<String> number = number(of);
        return switch (call.name()) {
            case "count" ->
                Optional.of(foundNumber("count", of.equals("*") ? rows : rows + " and (" + of + ") is not null", ""));
            case "distinct" ->
                Optional.of(
                        number.isPresent()
                                ? foundNumber("numbers", rows, ":" + at(numbers, number.get()))
                                : foundNumber("texts", rows, ":" + at(texts, text(of))));
            case "favourite" -> Optional.of(foundText("favourite", rows, text(of), ""));
            case "sum", "min", "max" ->
                number.map(value -> foundNumber(call.name(), rows, ":" + at(numbers, value)))
                        .map(found -> isDate(of) ? "date_from_unix_date(int(" + found + "))" : found);
            case "min_by", "max_by" -> keyed(call, rows);
            default -> Optional.empty();
        };
    }

    /** A text by the order of a key that keeps its order as a cell: a whole number, a day, or texts put together. */
    private Optional<String> keyed(TagWords.Call call, String rows) {
        List<String> parts = call.parts();
        String of = parts.get(0);
        String key = parts.get(parts.size() - 1);
        boolean isText =
                table.column(of).map(Column::type).filter("string"::equals).isPresent();
        Optional<String> number = number(key);
        if (parts.size() != 2 || !isText || number.isEmpty() && !call.endsInConcat()) {
            return Optional.empty();
        }
        String by = number.map(value -> ":n" + at(numbers, value)).orElseGet(() -> ":t" + at(texts, text(key)));
        return Optional.of(foundText(call.name(), rows, text(of), by));
    }

    /** The column of each row that {@link #aggregate} is made of. It is one before it is collected, or it would be put together slowly. */
    String cells() {
        List<String> cells = new ArrayList<>();
        for (int word = 0; word < words(); word++) {
            List<String> bits = new ArrayList<>();
            for (int i = word * BITS; i < Math.min(conditions.size(), (word + 1) * BITS); i++) {
                bits.add("if(" + conditions.get(i) + ", " + (1L << (i % BITS)) + "L, 0L)");
            }
            cells.add(String.join(" + ", bits) + " as bits_" + word);
        }
        cells.addAll(numbers);
        cells.addAll(texts);
        return "struct(" + String.join(",\n        ", cells) + ") as cells";
    }

    /** The aggregate. */
    String aggregate() {
        String matters = IntStream.range(0, words())
                .mapToObj(word -> "cells.bits_" + word + " <> 0")
                .collect(Collectors.joining(" or "));
        return "fold_rows(cells, '" + words() + " " + numbers.size() + " " + texts.size() + " " + String.join(" ", plan)
                + "') filter (where " + matters + ") as folded";
    }

    private int words() {
        return (conditions.size() + BITS - 1) / BITS;
    }

    private String foundNumber(String what, String condition, String of) {
        plan.add(what + ":" + bit(condition) + of);
        return "folded.numbers[" + foundNumbers++ + "]";
    }

    private String foundText(String what, String condition, String text, String by) {
        plan.add(what + ":" + bit(condition) + ":" + at(texts, text) + by);
        return "folded.texts[" + foundTexts++ + "]";
    }

    private int bit(String condition) {
        int at = at(conditions, condition);
        return at / BITS * Long.SIZE + at % BITS;
    }

    private Optional<String> number(String of) {
        return table.column(of).map(Column::type).flatMap(type -> switch (type) {
            case "bigint" -> Optional.of(of);
            case "int" -> Optional.of("bigint(" + of + ")");
            case "date" -> Optional.of("bigint(unix_date(" + of + "))");
            default -> Optional.empty();
        });
    }

    private boolean isDate(String of) {
        return table.column(of).map(Column::type).filter("date"::equals).isPresent();
    }

    private static String text(String of) {
        return "string(" + of + ")";
    }

    /** The place of a text among others, at their end when it is new. */
    private static int at(List<String> all, String one) {
        if (!all.contains(one)) {
            all.add(one);
        }
        return all.indexOf(one);
    }
}
