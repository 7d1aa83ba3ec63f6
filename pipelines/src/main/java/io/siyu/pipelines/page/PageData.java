package io.siyu.pipelines.page;

import java.util.List;
import java.util.Map;

/**
 * All that the executive page says, and nothing else: the page has no clock, no network and no other source.
 *
 * <p>Dates are ISO texts ({@code 2026-11-21}), amounts are whole minor units (fen, pence) below 2^53, and lists may come in
 * any order. The page grows with {@code sales}: about 250 bytes a row.
 *
 * @param releaseId the release these rows were published as
 * @param businessDate the as-of date: the last day the page reports; later rows are left out
 * @param versions the exact table versions the rows were read from
 * @param sales rows of {@code ads.sales_day}
 * @param cohorts rows of {@code ads.customer_cohort}
 * @param verdicts what the gates said, one per judged table
 * @param files landed files of the business date
 * @param controls totals of the business date as other tables have them; the page compares them with its own
 * @param definitions contract texts by table name, for at least the two tables above
 */
public record PageData(
        String releaseId,
        String businessDate,
        Money money,
        List<TableVersion> versions,
        List<SalesDay> sales,
        List<Cohort> cohorts,
        List<Verdict> verdicts,
        List<LandedFile> files,
        List<Control> controls,
        Map<String, Definition> definitions) {

    /**
     * How amounts are written.
     *
     * @param label Chinese name of the major unit, after the number: {@code 元}
     * @param symbol before the number in English: {@code ¥}
     * @param minorPerMajor 1, 10, 100 or 1000
     */
    public record Money(String label, String symbol, int minorPerMajor) {
        public static final Money YUAN = new Money("元", "¥", 100);
    }

    public record TableVersion(String table, long version) {}

    /** @param storeName the store's name, or its code again; {@code storeCode} is {@code none} for sales without a store */
    public record SalesDay(
            String businessDate,
            String domain,
            String channel,
            String storeCode,
            String storeName,
            long orders,
            long buyers,
            long newBuyers,
            long returningBuyers,
            long orderFen,
            long payFen,
            long refundFen,
            long netFen) {}

    /** @param cohortMonth first day of the month of first purchase; {@code monthNo} counts calendar months from it */
    public record Cohort(
            String cohortMonth,
            String domain,
            int monthNo,
            long customers,
            long activeCustomers,
            long repeaters,
            long orders,
            long netFen) {}

    /** @param rules rules judged; of these {@code failedErrors} and {@code failedWarnings} did not hold, told in messages */
    public record Verdict(String table, int rules, int failedErrors, int failedWarnings, List<String> messages) {}

    public record LandedFile(String feed, String file, long landedRows, long quarantinedRows) {}

    /** @param column {@code order_fen}, {@code pay_fen}, {@code refund_fen} or {@code net_fen} */
    public record Control(String table, String column, long fen) {}

    public record Definition(String description, String owner, Map<String, String> columns) {}
}
