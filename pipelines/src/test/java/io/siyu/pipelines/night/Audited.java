package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.plan.Definition;
import java.util.ArrayList;
import java.util.List;

/** Nights held to one build of everything. */
final class Audited {
    private Audited() {}

    /** The tables of which rows were compared, after showing that no row of any differs. */
    static List<String> tables(FullAudit audit, List<Definition> steps) {
        List<FullAudit.Found> found = new ArrayList<>();
        audit.check(steps, found::add);
        assertThat(found).filteredOn(f -> f.apart() > 0).isEmpty();
        return found.stream()
                .filter(f -> f.keys() > 0)
                .map(FullAudit.Found::table)
                .toList();
    }
}
