package io.siyu.pipelines.cli;

import io.siyu.pipelines.serve.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dws.customer_value} for a reader who knows no model.
 *
 * @param history days on which money moved, the earliest first: day, domain (null for a refund alone), net fen
 * @param limit most of them that are told
 */
record ValueText(Row value, List<Row> history, int limit) {
    private static final Map<String, String> DOMAINS =
            Map.of("private", "private (私域)", "public", "public (公域)", "referral", "referral (转介绍)");

    private static final Map<String, String> REASONS = Map.of(
            "identified", "customers visibly leave, and the model says when (流失可辨)",
            "no_churn_signal", "customers do not visibly leave, so that nobody is said to have left (流失不可辨)",
            "flat_likelihood", "the best fit of this model, but its parameters are not sharp (参数不稳)",
            "too_few_customers", "too few customers to fit a model: the rate of all of them stands (客户太少)");

    private static final List<String> DAYS = List.of("30", "90", "180", "365");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Customer " + text("oneid") + ": worth " + yuan("ltv_365_fen") + " yuan in the next 365 days (一年价值).");
        lines.add("");
        lines.add("History (历史), yuan");
        history.subList(Math.max(0, history.size() - limit), history.size()).forEach(day -> lines.add(day(day)));
        lines.add("  " + (number("repeats") + 1) + " purchase days (购买天数) in " + number("age_days") + " days, "
                + yuan("spend_fen") + " yuan net of refunds (净消费); first bought: "
                + DOMAINS.getOrDefault(text("first_domain"), text("first_domain")));
        lines.add("");
        lines.addAll(forecast());
        lines.add("");
        lines.addAll(why());
        lines.add("");
        lines.addAll(change());
        lines.add("");
        lines.add(trend());
        return lines;
    }

    private static String day(Row day) {
        String domain = day.getString(1);
        String what = domain == null ? "refund (退款)" : DOMAINS.getOrDefault(domain, domain);
        return "  " + day.getString(0) + "  " + what + "  " + yuan(day.getLong(2));
    }

    private List<String> forecast() {
        List<List<@Nullable String>> rows = List.of(
                row("purchase days (购买天数)", days -> fixed(value.<Double>getAs("orders_" + days))),
                row("spend, yuan (消费)", days -> yuan("spend_" + days + "_fen")),
                row("worth, discounted 10 % a year (价值)", days -> yuan("ltv_" + days + "_fen")));
        List<String> lines = new ArrayList<>(new TextTable(
                        List.of("Expected (预期) within", "30 days", "90 days", "180 days", "365 days"),
                        Set.of(1, 2, 3, 4))
                .lines(rows));
        lines.add("Of 100 such customers 80 and more (80% 区间) will make " + number("orders_90_low") + " to "
                + number("orders_90_high") + " purchase days within 90 days, and within 365 days "
                + number("orders_365_low") + " to " + number("orders_365_high") + " of "
                + yuan("spend_365_low_fen") + " to " + yuan("spend_365_high_fen") + " yuan in all.");
        lines.add("Next purchase (下次购买): one in four by " + by("next_from_date") + ", three in four by "
                + by("next_to_date") + ".");
        return lines;
    }

    private List<String> why() {
        long days = number("repeats") + 1;
        long own = Math.round(Math.max(0, value.<Long>getAs("spend_fen")) / (double) days);
        Double alive = value.getAs("alive");
        return List.of(
                "Why (依据)",
                "  model " + text("model") + ", " + text("reason") + ": " + REASONS.get(text("reason")),
                "  x = " + number("repeats") + " days of repeat purchase (复购天数), t_x = " + number("recency_days")
                        + " days from the first purchase to the last, T = " + number("age_days") + " days until now",
                "  who first bought where and when he did buys " + fixed(value.<Double>getAs("cohort_pace"))
                        + " times as often as all (同群购买节奏)",
                "  P(alive) (存活概率): " + (alive == null ? "not told; see the reason" : fixed(alive)),
                "  a purchase day comes to " + yuan("per_day_fen")
                        + " yuan at tonight's basket level (预期单日消费, 今日客单水平): so far it was " + yuan(own)
                        + ", and "
                        + Math.round(100 * value.<Double>getAs("prior_share"))
                        + " % of the weight is that of the mean of all customers (先验占比)");
    }

    private List<String> change() {
        return List.of(
                "What would change it (变化条件), worth of 365 days",
                "  a purchase today (今日购买): " + moved("if_bought_ltv_365_fen"),
                "  no purchase for 90 days more (再沉默90天): " + moved("if_silent_ltv_365_fen") + ", as of then");
    }

    private String moved(String column) {
        long by = value.<Long>getAs(column) - value.<Long>getAs("ltv_365_fen");
        return yuan(column) + " yuan, " + (by < 0 ? "-" : "+") + yuan(Math.abs(by));
    }

    private String trend() {
        Long before = value.getAs("previous_ltv_365_fen");
        long falling = number("months_falling");
        String moved = before == null
                ? "no purchase yet at the last month end"
                : yuan(before) + " yuan at the last month end, " + yuan("ltv_365_fen") + " now";
        return "Trend (趋势): " + moved + "; "
                + (falling == 0
                        ? "it did not fall in the last whole month."
                        : "it fell for " + falling + (falling == 1 ? " month" : " months in a row") + " (连续下降).")
                + silence();
    }

    private String silence() {
        Integer longest = value.getAs("longest_gap_days");
        return " Silent (沉默) for " + (number("age_days") - number("recency_days")) + " days"
                + (longest == null ? "." : "; the longest gap before (最长间隔) was " + longest + ".");
    }

    private static List<@Nullable String> row(String title, java.util.function.UnaryOperator<String> cell) {
        List<@Nullable String> row = new ArrayList<>(List.of(title));
        DAYS.forEach(days -> row.add(cell.apply(days)));
        return row;
    }

    private String by(String column) {
        Object day = value.getAs(column);
        return day == null ? "later than a year from now" : day.toString();
    }

    private String text(String column) {
        return value.getAs(column);
    }

    private long number(String column) {
        return value.<Number>getAs(column).longValue();
    }

    private String yuan(String column) {
        return yuan(value.<Long>getAs(column));
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", fen / 100.0);
    }

    private static String fixed(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
