package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists give that come in the order of their dates, whole or not. */
class SnapshotTest {
    private static final String FEW = "guard: {by: guide, share: 60, from: 3}";
    private static final String MANIFEST =
            "concat(day(drop_date), ' ', status, ' ', record_rows, '=', landed_rows, '+', known_rows, '+', quarantined_rows,"
                    + " ' ', coalesce(reason, ''))";

    @TempDir
    Path folder;

    @Test
    void only_what_begins_changes_or_ends_lands_and_the_rest_is_counted_as_known() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g2/a=x")
                .list(2, "g1/a=x", "g1/b=y", "g2/a=x", "g2/d=x");
        house.land(1);
        house.land(2);
        assertThat(house.log())
                .containsExactly(
                        "1 g1/a present x",
                        "1 g1/b present x",
                        "1 g1/c present x",
                        "1 g2/a present x",
                        "2 g1/b present y",
                        "2 g1/c gone 2",
                        "2 g2/d present x");
        assertThat(house.ask("ods.file_manifest", MANIFEST)).containsExactly("1 landed 4=4+0+0 ", "2 landed 4=2+2+0 ");
    }

    @Test
    void a_collapsed_or_empty_list_ends_nothing_and_says_so_and_the_next_good_list_settles_it() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g2/d=x")
                .list(2, "g1/a=y", "g2/e=x")
                .list(3)
                .list(4, "g1/a=y", "g1/b=x", "g2/d=x", "g2/e=x");
        house.land(1);
        assertThat(house.land(2).rules()).contains("collapsed list of 2026-11-02 (2 of 4), nothing ended");
        assertThat(house.land(3).rules()).contains("empty list of 2026-11-03");
        house.land(4);
        assertThat(house.story())
                .containsExactly("g1/a 1 x", "g1/a 2 y", "g1/b 1 x", "g1/c 1 x", "g1/c 4 -", "g2/d 1 x", "g2/e 2 x");
        assertThat(house.ask("ods.file_manifest", MANIFEST))
                .contains("2 landed 2=2+0+0 collapsed_list", "3 landed 0=0+0+0 empty_list");
    }

    @Test
    void a_guide_of_whom_most_is_missing_loses_it_with_the_second_list_as_of_the_first() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g2/d=x", "g2/e=x", "g2/f=x", "g3/g=x", "g3/h=x")
                .list(2, "g1/a=x", "g2/d=x", "g2/e=x", "g2/f=x", "g3/g=x", "g3/h=x")
                .list(3, "g1/a=x", "g1/b=x", "g2/d=x", "g2/e=x", "g2/f=x", "g3/g=x", "g3/h=x");
        house.land(1);
        house.land(2);
        assertThat(house.log()).contains("2 g1/b missing 2", "2 g1/c missing 2");
        house.land(3);
        assertThat(house.log()).contains("3 g1/b present x", "3 g1/c gone 2");
    }

    @Test
    void a_record_that_cannot_be_read_ends_nobody_at_once() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g1/d=x")
                .list(2, "g1/a=x", "g1/b=x", "g1/c=x", "g1")
                .list(3, "g1/a=x", "g1/b=x", "g1/c=x", "g1/d=x");
        IntStream.rangeClosed(1, 3).forEach(house::land);
        assertThat(house.story()).containsExactly("g1/a 1 x", "g1/b 1 x", "g1/c 1 x", "g1/d 1 x");
    }

    @Test
    void an_entry_that_contradicts_an_earlier_one_of_its_list_lies_in_quarantine() {
        ListHouse house = new ListHouse(folder, FEW).list(1, "g1/a=x", "g1/a=y", "g1/b=x", "g1/b=x");
        house.land(1);
        assertThat(house.log()).containsExactly("1 g1/a present x", "1 g1/b present x");
        assertThat(house.ask("ods.quarantine", "concat(reason, ' ', raw)")).containsExactly("duplicate_key g1,a,y");
        assertThat(house.ask("ods.file_manifest", MANIFEST)).containsExactly("1 landed 4=2+1+1 ");
    }

    @Test
    void a_list_with_the_bytes_of_an_older_one_is_a_list() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x")
                .list(2, "g1/a=x", "g1/b=y")
                .list(3, "g1/a=x", "g1/b=x");
        IntStream.rangeClosed(1, 3).forEach(house::land);
        assertThat(house.story()).containsExactly("g1/a 1 x", "g1/b 1 x", "g1/b 2 y", "g1/b 3 x");
    }

    @Test
    void files_between_full_lists_may_hold_changes_only() {
        ListHouse house = new ListHouse(folder, FEW + "\nfiles_between: changes")
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g1/d=x")
                .list(2, "g1/a=y")
                .list(3, "g1/a=y", "g1/b=x", "g1/c=x");
        IntStream.rangeClosed(1, 3).forEach(house::land);
        assertThat(house.story())
                .containsExactly("g1/a 1 x", "g1/a 2 y", "g1/b 1 x", "g1/c 1 x", "g1/d 1 x", "g1/d 3 -");
    }

    @Test
    void a_run_that_was_killed_and_goes_on_lands_nothing_twice() {
        ListHouse house =
                new ListHouse(folder, FEW).list(1, "g1/a=x", "g1/b=x", "g1/c=x").list(2, "g1/a=x", "g1/c=y");
        house.land(1);
        house.land(2);
        List<String> rows = house.rows();
        assertThat(house.landAgain(2).rows()).isEqualTo(2);
        assertThat(house.rows()).isEqualTo(rows);
        assertThat(house.ask("ods.file_manifest", MANIFEST)).containsExactly("1 landed 3=3+0+0 ", "2 landed 2=1+1+0 ");
    }
}
