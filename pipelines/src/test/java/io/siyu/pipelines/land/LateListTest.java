package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists give that come late or again; random ones in the profile {@code long}. */
class LateListTest {
    private static final String FEW = "guard: {by: guide, share: 60, from: 3}";
    private static final String MANIFEST =
            "concat(day(drop_date), ' ', status, ' ', record_rows, '=', landed_rows, '+', known_rows, '+', quarantined_rows,"
                    + " ' ', coalesce(reason, ''))";
    private static final String ALWAYS = "guard: {share: 1, from: 1000}";

    @TempDir
    Path folder;

    @Test
    void a_list_that_comes_again_with_other_bytes_takes_back_what_it_had_said() {
        ListHouse house = new ListHouse(folder, FEW).list(1, "g1/a=x", "g1/b=x", "g1/c=x");
        house.land(1);
        house.list(1, "g1/a=y", "g1/b=x").land(1);
        assertThat(house.story()).containsExactly("g1/a 1 x", "g1/a 1 y", "g1/b 1 x", "g1/c 1 -", "g1/c 1 x");
        assertThat(house.ask("ods.contact", "concat(customer, _take)")).containsExactly("a1", "a2", "b1", "c1", "c2");
    }

    @Test
    void a_doubt_is_taken_back_when_the_list_comes_again_whole() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g2/d=x", "g2/e=x", "g2/f=x")
                .list(2, "g1/a=x", "g2/d=x", "g2/e=x", "g2/f=x");
        IntStream.rangeClosed(1, 2).forEach(house::land);
        house.list(2, "g1/a=x", "g1/b=x", "g2/d=x", "g2/e=x", "g2/f=x").land(2);
        house.list(3, "g1/a=x", "g2/d=x", "g2/e=x", "g2/f=x").land(3);
        assertThat(house.log()).contains("2 g1/b missing 2", "2 g1/b present x", "2 g1/c missing 2", "2 g1/c gone 2");
        assertThat(house.story()).contains("g1/b 3 -", "g1/c 2 -");
    }

    @Test
    void a_late_list_holds_up_to_the_next_one_even_if_that_is_not_believed_and_ends_what_those_after_it_confirm() {
        ListHouse house = new ListHouse(folder, FEW)
                .list(1, "g1/a=x", "g1/b=x", "g1/c=x", "g2/d=x", "g2/e=x", "g2/f=x")
                .list(3, "g2/d=x", "g2/e=x")
                .list(4, "g1/a=x", "g2/d=x", "g2/e=x", "g2/f=x")
                .list(5, "g1/a=x", "g2/d=x", "g2/e=x", "g2/f=x");
        List.of(1, 3, 4, 5).forEach(house::land);
        assertThat(house.story()).contains("g1/b 4 -", "g1/c 4 -", "g2/d 1 x");
        house.list(2, "g1/a=x", "g1/n=x", "g1/o=x", "g2/d=y", "g2/e=x", "g2/f=x")
                .land(5);
        assertThat(house.story())
                .containsExactly(
                        "g1/a 1 x",
                        "g1/b 1 x",
                        "g1/b 2 -",
                        "g1/c 1 x",
                        "g1/c 2 -",
                        "g1/n 2 x",
                        "g1/n 4 -",
                        "g1/o 2 x",
                        "g1/o 4 -",
                        "g2/d 1 x",
                        "g2/d 2 y",
                        "g2/d 3 x",
                        "g2/e 1 x",
                        "g2/f 1 x");
        assertThat(house.ask("ods.file_manifest", MANIFEST))
                .contains("3 again 2=1+1+0 collapsed_list", "4 again 4=0+4+0 ", "5 again 4=0+4+0 ");
    }

    @Test
    void a_late_list_ends_nothing_when_no_list_after_it_is_there_to_say_what_goes_on() throws IOException {
        ListHouse house =
                new ListHouse(folder, FEW).list(1, "g1/a=x", "g1/b=x", "g1/c=x").list(3, "g1/a=x", "g1/b=x", "g1/c=x");
        IntStream.of(1, 3).forEach(house::land);
        Files.delete(folder.resolve("landing/2026-11-03/contact.csv"));
        house.list(2, "g1/a=x", "g1/b=x").land(3);
        assertThat(house.story()).containsExactly("g1/a 1 x", "g1/b 1 x", "g1/c 1 x");
        assertThat(house.ask("ods.file_manifest", MANIFEST)).contains("2 landed 2=0+2+0 next_list_gone");
    }

    @Tag("long")
    @Test
    void lists_in_any_order_tell_the_same_story_and_in_order_the_same_rows_as_all_at_once() {
        SplittableRandom random = new SplittableRandom(20261120);
        for (int round = 0; round < 2; round++) {
            List<String[]> lists = new ArrayList<>();
            for (int day = 1; day <= 5; day++) {
                lists.add(random(random, day == 3 ? 30 : 85));
            }
            ListHouse once = written(lists, "once-" + round, FEW);
            once.land(5);
            ListHouse nightly = new ListHouse(folder.resolve("nightly-" + round), FEW);
            IntStream.rangeClosed(1, 5)
                    .forEach(day -> nightly.list(day, lists.get(day - 1)).land(day));
            assertThat(nightly.rows()).isEqualTo(once.rows());

            List<Integer> days = new ArrayList<>(List.of(1, 2, 3, 4, 5));
            Collections.swap(days, 1 + round, 3);
            ListHouse late = new ListHouse(folder.resolve("late-" + round), ALWAYS);
            days.forEach(day -> late.list(day, lists.get(day - 1)).land(5));
            ListHouse inOrder = written(lists, "in-order-" + round, ALWAYS);
            inOrder.land(5);
            assertThat(late.story()).as("days came as " + days).isEqualTo(inOrder.story());
        }
    }

    private ListHouse written(List<String[]> lists, String name, String guard) {
        ListHouse house = new ListHouse(folder.resolve(name), guard);
        IntStream.rangeClosed(1, lists.size()).forEach(day -> house.list(day, lists.get(day - 1)));
        return house;
    }

    /** Of five customers of each of four guides, so many of a hundred, with one of two remarks. */
    private static String[] random(SplittableRandom random, int share) {
        return IntStream.range(0, 20)
                .filter(i -> random.nextInt(100) < share)
                .mapToObj(i -> "g" + i / 5 + "/c" + i % 5 + "=" + (random.nextInt(100) < 80 ? "x" : "y"))
                .toArray(String[]::new);
    }
}
