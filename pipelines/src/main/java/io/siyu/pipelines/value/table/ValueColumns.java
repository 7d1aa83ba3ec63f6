package io.siyu.pipelines.value.table;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of {@code dws.customer_value} from a customer's history and forecast. Spark rounds a double by way of its decimal
 * digits: what depends on the history alone is rounded once for it, and fen, which are not below 0, by halves up.
 */
final class ValueColumns {
    private static final int[] DAYS = {30, 90, 180, 365};

    private ValueColumns() {}

    /**
     * The columns of a forecast, and some of them as they are shown.
     *
     * @param priorShare how much of a purchase's value is the mean of all, in SQL
     */
    static String[] shown(String priorShare) {
        List<String> columns = new ArrayList<>(
                List.of("*", "round(alive, 4) as shown_alive", "round(" + priorShare + ", 4) as shown_prior_share"));
        for (int days : DAYS) {
            columns.add("round(orders_%d, 4) as shown_orders_%d".formatted(days, days));
        }
        return columns.toArray(String[]::new);
    }

    /** A value in fen, whole. */
    static String fen(String value) {
        return "floor(" + value + " + 0.5D)";
    }

    static String[] of(OrderFit orders) {
        List<String> columns = new ArrayList<>(List.of(
                "oneid",
                "origin_date as as_of_date",
                "first_domain",
                "repeats",
                "recency_days",
                "age_days",
                "spend_fen",
                "'" + orders.family().label() + "' as model",
                "'" + orders.reason() + "' as reason",
                "round(exp(pace), 4) as cohort_pace",
                "shown_alive as alive"));
        for (int days : DAYS) {
            columns.add("shown_orders_%d as orders_%d".formatted(days, days));
        }
        columns.add("low_90 as orders_90_low");
        columns.add("high_90 as orders_90_high");
        columns.add("low_365 as orders_365_low");
        columns.add("high_365 as orders_365_high");
        columns.add(fen("per_day") + " as per_day_fen");
        columns.add("shown_prior_share as prior_share");
        for (int days : DAYS) {
            columns.add(fen("basket_" + days + " * per_day") + " as spend_" + days + "_fen");
        }
        columns.add(fen("least_365 * unit_fen") + " as spend_365_low_fen");
        columns.add(fen("most_365 * unit_fen") + " as spend_365_high_fen");
        for (int days : DAYS) {
            columns.add(fen("worth_" + days + " * per_day") + " as ltv_" + days + "_fen");
        }
        columns.add(fen("bought_365 * per_day") + " as if_bought_ltv_365_fen");
        columns.add(fen("silent_365 * per_day") + " as if_silent_ltv_365_fen");
        columns.add("date_add(origin_date, next_from) as next_from_date");
        columns.add("date_add(origin_date, next_to) as next_to_date");
        columns.add("previous_fen as previous_ltv_365_fen");
        columns.add("months_falling");
        columns.add("longest_gap_days");
        return columns.toArray(String[]::new);
    }
}
