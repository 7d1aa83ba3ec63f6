package io.siyu.warehouse.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the words of a tag's text into SQL. Beside SQL's own functions a text may say {@code today()}, the business date;
 * {@code days_since(x)}; {@code months_ago(x)}, in calendar months; {@code distinct(x)}, how many different values;
 * {@code favourite(x)}, the value of most rows, the first as text when several; {@code percent_rank(x)} among all customers
 * who have a value.
 *
 * @param filter which rows every aggregate counts; empty for all
 * @param among column by which rankings are cut, followed by a comma; empty for one ranking
 */
record TagWords(String filter, String among) {
    private static final String TODAY = "cast(:business_date as date)";

    String sql(String text) {
        Expression words = Expression.of(text);
        return sql(words, 0, words.words().size());
    }

    /**
     * A function and what stands in its brackets, as SQL.
     *
     * @param inside the whole of it
     * @param parts what its commas part
     * @param endsInConcat whether the last of them is texts put together and nothing else
     */
    record Call(String name, String inside, List<String> parts, boolean endsInConcat) {}

    /** A text that is one call of a function over rows and nothing else. */
    Optional<Call> call(String text) {
        Expression words = Expression.of(text);
        boolean isCall = words.isCall(0)
                && Expression.AGGREGATES.contains(words.lower(0))
                && words.close(1) == words.words().size() - 1;
        if (!isCall) {
            return Optional.empty();
        }
        int end = words.words().size() - 1;
        List<String> parts = new ArrayList<>();
        int from = 2;
        for (int comma : words.commas(2, end)) {
            parts.add(sql(words, from, comma));
            from = comma + 1;
        }
        parts.add(sql(words, from, end));
        boolean endsInConcat = from < end
                && words.isCall(from)
                && words.lower(from).equals("concat")
                && words.close(from + 1) == end - 1;
        return Optional.of(new Call(words.lower(0), sql(words, 2, end), parts, endsInConcat));
    }

    private String sql(Expression text, int from, int to) {
        StringBuilder out = new StringBuilder();
        int i = from;
        while (i < to) {
            String word = text.words().get(i);
            if (text.isCall(i)) {
                int close = text.close(i + 1);
                Expression.append(out, call(text.lower(i), sql(text, i + 2, close)));
                i = close;
            } else {
                Expression.append(out, word);
            }
            i++;
        }
        return out.toString();
    }

    private String call(String name, String inside) {
        String rows = filter.isEmpty() ? "" : " filter (where " + filter + ")";
        return switch (name) {
            case "today" -> TODAY;
            case "days_since" -> "datediff(" + TODAY + ", " + inside + ")";
            case "months_ago" ->
                "((year(" + TODAY + ") - year(" + inside + ")) * 12 + month(" + TODAY + ") - month(" + inside + "))";
            case "distinct" -> "size(collect_set(" + inside + ")" + rows + ")";
            case "favourite" -> "most_frequent(collect_list(cast(" + inside + " as string))" + rows + ")";
            case "percent_rank" ->
                "if(" + inside + " is null, null, percent_rank() over (partition by " + among + inside
                        + " is null order by " + inside + "))";
            default ->
                name + "(" + (name.equals("count") && inside.equals("*") ? "1" : inside) + ")"
                        + (Expression.AGGREGATES.contains(name) ? rows : "");
        };
    }
}
