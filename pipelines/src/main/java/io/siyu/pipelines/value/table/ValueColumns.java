package io.siyu.pipelines.value.table;

import java.util.ArrayList;
import java.util.List;

/** The columns of {@code dws.customer_value} from a customer's history and forecast. */
final class ValueColumns {
    private static final int[] DAYS = {30, 90, 180, 365};

    private ValueColumns() {}

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
                "round(alive, 4) as alive"));
        for (int days : DAYS) {
            columns.add("round(orders_" + days + ", 4) as orders_" + days);
        }
        columns.add("low_90 as orders_90_low");
        columns.add("high_90 as orders_90_high");
        columns.add("low_365 as orders_365_low");
        columns.add("high_365 as orders_365_high");
        columns.add("cast(round(per_day) as bigint) as per_day_fen");
        columns.add("round(prior_share, 4) as prior_share");
        for (int days : DAYS) {
            columns.add("cast(round(orders_" + days + " * per_day) as bigint) as spend_" + days + "_fen");
        }
        columns.add("cast(round(least_365 * unit_fen) as bigint) as spend_365_low_fen");
        columns.add("cast(round(most_365 * unit_fen) as bigint) as spend_365_high_fen");
        for (int days : DAYS) {
            columns.add("cast(round(worth_" + days + " * per_day) as bigint) as ltv_" + days + "_fen");
        }
        columns.add("date_add(origin_date, next_from) as next_from_date");
        columns.add("date_add(origin_date, next_to) as next_to_date");
        columns.add("previous_fen as previous_ltv_365_fen");
        columns.add("months_falling");
        columns.add("longest_gap_days");
        return columns.toArray(String[]::new);
    }
}
