package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.model.Family;
import java.util.List;

/**
 * A model that a night tries, with the clock it runs on.
 *
 * @param family of models of orders
 * @param isSeasonal whether on the clock of the season; else all days are alike
 */
record Asked(Family family, boolean isSeasonal) {
    /** What stands unless a challenger passes the gate. */
    static final Asked CHAMPION = new Asked(Family.PARETO_NBD, true);

    /** All that are tried, the champion first. */
    static final List<Asked> ALL = List.of(
            CHAMPION,
            new Asked(Family.MBG_NBD, true),
            new Asked(Family.NBD, true),
            new Asked(Family.PARETO_NBD, false));

    /** As it is stored: {@code Pareto/NBD}, or {@code Pareto/NBD even} on days that are alike. */
    String label() {
        return family.label() + (isSeasonal ? "" : " even");
    }

    /** The one of this label. */
    static Asked of(String label) {
        return ALL.stream()
                .filter(asked -> asked.label().equals(label))
                .findFirst()
                .orElse(CHAMPION);
    }
}
