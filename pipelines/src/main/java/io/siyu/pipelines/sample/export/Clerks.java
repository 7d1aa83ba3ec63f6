package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.trade.Store;

/** Clerks who let their own member cards collect the points of customers; six of ten stand in the list of staff. */
public record Clerks(Stage stage) {
    static final int FIRST_MEMBER = 9_000_000;

    String memberId(int clerk) {
        return Integer.toString(FIRST_MEMBER + clerk);
    }

    String card(int clerk) {
        return "VIP9" + Codes.padded(clerk, 7);
    }

    String posUid(int clerk) {
        return Long.toString(661_299_000_000_000_000L + clerk);
    }

    public boolean isListed(int clerk) {
        return clerk % 5 % 2 == 0;
    }

    /** The cashier of the clerk's store, or a number no list knows. */
    String phone(int clerk) {
        int staff = store(clerk) * Store.STAFF + 3;
        return isListed(clerk)
                ? stage.people().otherPhone(2, staff)
                : stage.people().otherPhone(4, clerk);
    }

    int store(int clerk) {
        return clerk * 7 % stage.stores();
    }
}
