package io.siyu.warehouse.tag;

/**
 * Turns the words of a tag's text into SQL. Beside SQL's own functions a text may say {@code today()}, the business date;
 * {@code days_since(x)}; {@code months_ago(x)}, in calendar months; {@code distinct(x)}, how many different values;
 * {@code favourite(x)}, the value of most rows, the first in order when several; {@code percent_rank(x)} among all customers
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
            case "months_ago" -> "cast(months_between(trunc(" + TODAY + ", 'MM'), trunc(" + inside + ", 'MM')) as int)";
            case "distinct" -> "size(collect_set(" + inside + ")" + rows + ")";
            case "favourite" -> favourite("array_sort(collect_list(" + inside + ")" + rows + ")");
            case "percent_rank" ->
                "if(" + inside + " is null, null, percent_rank() over (partition by " + among + inside
                        + " is null order by " + inside + "))";
            default ->
                name + "(" + (name.equals("count") && inside.equals("*") ? "1" : inside) + ")"
                        + (Expression.AGGREGATES.contains(name) ? rows : "");
        };
    }

    /** The first of the longest runs of a sorted list, told by a run's length and its value. */
    private static String favourite(String sorted) {
        String none = "named_struct('last', cast(null as string), 'run', 0, 'best', 0, 'value', cast(null as string))";
        String run = "if(v = a.last, a.run + 1, 1)";
        return "aggregate(" + sorted + ", " + none + ", (a, v) -> named_struct('last', cast(v as string), 'run', " + run
                + ", 'best', greatest(a.best, " + run + "), 'value', if(" + run
                + " > a.best, cast(v as string), a.value)), a -> a.value)";
    }
}
