package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.model.Family;
import java.util.List;

/**
 * A model that a night tries, with the clock it runs on.
 *
 * @param family of models of orders
 * @param isSeasonal whether on the clock of the season; else all days are alike
 * @param isByCohort whether customers of each cohort have a pace of their own; see {@link PacedFit}
 */
record Asked(Family family, boolean isSeasonal, boolean isByCohort) {
    /** What stands unless a challenger passes the gate. */
    static final Asked CHAMPION = new Asked(Family.PARETO_NBD, true, false);

    /** All that are tried, the champion first. */
    static final List<Asked> ALL = List.of(
            CHAMPION,
            new Asked(Family.PARETO_NBD, true, true),
            new Asked(Family.MBG_NBD, true, false),
            new Asked(Family.NBD, true, false),
            new Asked(Family.PARETO_NBD, false, false));

    /** As it is stored: {@code Pareto/NBD}, or {@code Pareto/NBD even} on days that are alike, {@code Pareto/NBD by cohort}. */
    String label() {
        return family.label() + (isSeasonal ? "" : " even") + (isByCohort ? " by cohort" : "");
    }

    /** The column of histories that the model of spend sees: on the clock of the season baskets have one too. */
    String spent() {
        return isSeasonal ? "levelled_fen" : "spend_fen";
    }

    /** The one of this label. */
    static Asked of(String label) {
        return ALL.stream()
                .filter(asked -> asked.label().equals(label))
                .findFirst()
                .orElse(CHAMPION);
    }
}
