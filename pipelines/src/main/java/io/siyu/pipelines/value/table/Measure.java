package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.backtest.WeightedAccuracy;
import io.siyu.pipelines.value.total.Total;
import org.jspecify.annotations.Nullable;

/** What is predicted of customers. */
enum Measure {
    /** Purchase days. */
    ORDERS("orders"),
    /** Net spend in fen. */
    SPEND("spend");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** As it is stored. */
    String code() {
        return code;
    }

    /** Null where the model says nothing of it. */
    @Nullable
    WeightedAccuracy accuracy(Trial.Result result) {
        return this == ORDERS ? result.orders() : result.spend();
    }

    /** Of all customers; null for a model without errors of its parameters. */
    @Nullable
    Total total(Trial.Result result) {
        return this == ORDERS ? result.orderTotal() : result.spendTotal();
    }
}
