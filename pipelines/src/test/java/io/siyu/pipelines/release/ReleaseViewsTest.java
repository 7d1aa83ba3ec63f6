package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People query views that show one release, whatever was written since. */
class ReleaseViewsTest {
    @TempDir
    private Path folder;

    private TinyLake tiny;
    private Release release;
    private ReleaseViews views;

    @BeforeEach
    void publish() {
        tiny = new TinyLake(folder);
        tiny.contract("dws.tiny_day", "", "customer_id string", "pay_fen bigint");
        tiny.write("dws.tiny_day", "select 'c' as customer_id, 1L as pay_fen");
        tiny.contract("ads.tiny_board", "", "store_id string");
        tiny.write("ads.tiny_board", "select 's' as store_id");
        release = tiny.publish("night-1");
        views = new ReleaseViews(tiny.lake, tiny.catalog());
    }

    @Test
    void a_view_shows_its_release_and_not_what_was_written_since() {
        views.apply(tiny.spark, release);
        tiny.write("dws.tiny_day", "select 'c' as customer_id, 2L as pay_fen");
        assertThat(tiny.spark.sql("select pay_fen from dws.tiny_day").first().getLong(0))
                .isEqualTo(1);
    }

    @Test
    void a_rollback_turns_the_views_back() {
        tiny.write("dws.tiny_day", "select 'c' as customer_id, 2L as pay_fen");
        views.apply(tiny.spark, tiny.publish("night-2"));
        ReleaseViews.Applied back = views.apply(tiny.spark, tiny.releases.rollback(tiny.spark, release.id()));
        assertThat(back).isEqualTo(new ReleaseViews.Applied(1, 1, 0));
        assertThat(tiny.spark.sql("select pay_fen from dws.tiny_day").first().getLong(0))
                .isEqualTo(1);
    }

    @Test
    void the_statement_names_every_column_and_carries_the_comments() {
        assertThat(views.statements(tiny.spark, release).get("dws.tiny_day"))
                .startsWith("create or replace view dws.tiny_day (`customer_id` comment 'It\\'s the customer_id.',"
                        + " `pay_fen` comment 'It\\'s the pay_fen.') comment 'It\\'s the tiny dws.tiny_day.'")
                .endsWith(" as select `customer_id`, `pay_fen` from delta.`" + tiny.lake.path("dws.tiny_day")
                        + "` version as of 1");
    }

    @Test
    void comments_reach_the_catalogue() {
        views.apply(tiny.spark, release);
        assertThat(tiny.spark
                        .table("dws.tiny_day")
                        .schema()
                        .apply("pay_fen")
                        .getComment()
                        .get())
                .isEqualTo("It's the pay_fen.");
    }

    @Test
    void applying_twice_changes_nothing() {
        views.apply(tiny.spark, release);
        assertThat(views.apply(tiny.spark, release)).isEqualTo(new ReleaseViews.Applied(0, 2, 0));
    }

    @Test
    void a_view_of_a_table_that_is_released_no_more_goes_and_a_stranger_s_stays() {
        views.apply(tiny.spark, release);
        tiny.spark.sql("create or replace view ads.tiny_mine as select 1 as one");
        TreeMap<String, Long> fewer = new TreeMap<>(release.versions());
        fewer.remove("ads.tiny_board");
        Release next = tiny.releases.publish(tiny.spark, TinyLake.DAY, "night-2", fewer);
        assertThat(views.apply(tiny.spark, next)).isEqualTo(new ReleaseViews.Applied(0, 1, 1));
        assertThat(tiny.spark.catalog().tableExists("ads.tiny_board")).isFalse();
        assertThat(tiny.spark.catalog().tableExists("ads.tiny_mine")).isTrue();
    }
}
