package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.store.Lake;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a release does not hold is refused before anything is read. */
class PinnedTest {
    private final Lake lake = new Lake("no/such/lake");
    private final TreeMap<String, Long> versions = new TreeMap<>(Map.of("dws.customer_day", 3L));

    @Test
    void a_table_that_was_not_released_is_refused_with_those_that_were() {
        Pinned pinned = new Pinned(lake, new Release("R20261111.1", TinyLake.DAY, "night-1", "R20261111.1", versions));
        assertThatThrownBy(() -> pinned.rows(TestSpark.session(), "dws.customer_days"))
                .hasMessage("Cannot read dws.customer_days of R20261111.1: the release has no such table; did you mean"
                        + " 'dws.customer_day'? It has dws.customer_day.");
    }

    @Test
    void a_release_that_vacuum_let_go_is_refused_even_while_its_files_are_there() {
        Pinned pinned =
                new Pinned(lake, new Release("R20261111.1", TinyLake.DAY, "night-1", "R20261111.1", versions, false));
        assertThatThrownBy(() -> pinned.rows(TestSpark.session(), "dws.customer_day"))
                .hasMessage("Cannot read dws.customer_day of R20261111.1: vacuum has removed files of this release."
                        + " Other releases are as they were. See those that can be read: bin/siyu releases.");
    }
}
