package io.siyu.warehouse.act;

/** What customers agreed to, as pieces of SQL. */
final class Consents {
    /** A CTE {@code agreed} with the purposes of each customer who agreed to any. */
    static final String CTE =
            "agreed as (\n    select oneid, collect_set(purpose) as purposes from dim.customer_consent"
                    + "\n    where status = 'granted' group by oneid\n)";

    /** Whether {@code purpose} is allowed of a row that is joined with {@code agreed}. */
    static final String ALLOWED = "purpose = 'none' or coalesce(array_contains(purposes, purpose), false)";

    private Consents() {}
}
