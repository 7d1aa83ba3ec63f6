package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.store.Lake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest is written once per release, and says what readers see. */
class ReleasesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-11");

    @TempDir
    private Path folder;

    private final SparkSession spark = TestSpark.session();
    private Lake lake;
    private Releases releases;

    @BeforeEach
    void open() {
        lake = new Lake(folder.toString());
        releases = new Releases(lake);
    }

    @Test
    void before_the_first_release_there_is_none() {
        assertThat(releases.current(spark)).isEmpty();
    }

    @Test
    void a_release_is_numbered_within_its_business_date() {
        releases.publish(spark, DAY, "night-1", versions(1));
        releases.publish(spark, DAY, "night-2", versions(2));
        releases.publish(spark, DAY.plusDays(1), "night-3", versions(3));
        assertThat(releases.all(spark))
                .extracting(Release::id)
                .containsExactly("R20261112.1", "R20261111.2", "R20261111.1");
    }

    @Test
    void what_was_published_is_read_back_whole() {
        Release published = releases.publish(spark, DAY, "night-1", versions(7));
        assertThat(releases.current(spark)).contains(published);
        assertThat(published.versions()).containsExactly(Map.entry("ads.y", 0L), Map.entry("dws.x", 7L));
    }

    @Test
    void a_release_is_one_commit() {
        releases.publish(spark, DAY, "night-1", versions(1));
        releases.publish(spark, DAY, "night-2", versions(2));
        assertThat(commits()).isEqualTo(2);
    }

    @Test
    void a_run_publishes_once() {
        Release first = releases.publish(spark, DAY, "night-1", versions(1));
        releases.publish(spark, DAY, "night-2", versions(2));
        assertThat(releases.publish(spark, DAY, "night-1", versions(3))).isEqualTo(first);
        assertThat(commits()).isEqualTo(2);
    }

    @Test
    void the_same_versions_are_not_published_again() {
        Release first = releases.publish(spark, DAY, "night-1", versions(1));
        assertThat(releases.publish(spark, DAY.plusDays(1), "night-2", versions(1)))
                .isEqualTo(first);
        assertThat(commits()).isEqualTo(1);
    }

    @Test
    void a_rollback_is_a_release_that_points_to_earlier_versions() {
        Release first = releases.publish(spark, DAY, "night-1", versions(1));
        releases.publish(spark, DAY.plusDays(1), "night-2", versions(2));
        Release back = releases.rollback(spark, first.id());
        assertThat(back)
                .isEqualTo(new Release("R20261111.2", DAY, "rollback-R20261111.2", first.id(), first.versions()));
        assertThat(releases.current(spark)).contains(back);
    }

    @Test
    void rolling_back_to_what_stands_writes_nothing() {
        Release first = releases.publish(spark, DAY, "night-1", versions(1));
        assertThat(releases.rollback(spark, first.id())).isEqualTo(first);
        assertThat(commits()).isEqualTo(1);
    }

    @Test
    void an_unknown_release_is_refused_with_those_known() {
        releases.publish(spark, DAY, "night-1", versions(1));
        assertThatThrownBy(() -> releases.rollback(spark, "R20261111.9"))
                .hasMessage("Cannot roll back to R20261111.9: there is no such release; did you mean 'R20261111.1'?"
                        + " Readers see R20261111.1. Releases that can be read: R20261111.1.");
    }

    @Test
    void a_release_without_tables_is_refused() {
        assertThatThrownBy(() -> releases.publish(spark, DAY, "night-1", new TreeMap<>()))
                .hasMessageStartingWith("Cannot publish night-1: it has no tables.");
    }

    @Test
    void reading_what_is_published_takes_few_jobs() throws Exception {
        releases.publish(spark, DAY, "night-1", versions(1));
        Jobs jobs = new Jobs();
        spark.sparkContext().addSparkListener(jobs);
        releases.current(spark);
        spark.sparkContext().listenerBus().waitUntilEmpty();
        spark.sparkContext().removeSparkListener(jobs);
        assertThat(jobs.started.get()).isBetween(1, 3);
    }

    /** Counts Spark jobs. */
    private static final class Jobs extends SparkListener {
        private final AtomicInteger started = new AtomicInteger();

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            started.incrementAndGet();
        }
    }

    private long commits() {
        return lake.current(spark, Manifest.TABLE).orElseThrow().number() + 1;
    }

    private static SortedMap<String, Long> versions(long x) {
        return new TreeMap<>(Map.of("dws.x", x, "ads.y", 0L));
    }
}
