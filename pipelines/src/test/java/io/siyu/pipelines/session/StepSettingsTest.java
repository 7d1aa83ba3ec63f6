package io.siyu.pipelines.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class StepSettingsTest {
    private static final String PARTITIONS = "spark.sql.shuffle.partitions";
    private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";
    private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
    private static final long MIB = 1L << 20;

    @Test
    void a_step_over_little_has_small_plans_in_a_night_over_much() {
        SparkSession session = opened(Profile.LARGE);
        StepSettings.fit(session, MIB);
        assertThat(session.conf().get(PARTITIONS)).isEqualTo("1");
        assertThat(session.conf().get(EXPRESSIONS)).isEqualTo("NO_CODEGEN");
        assertThat(session.conf().get(ADAPTIVE)).isEqualTo("false");
    }

    @Test
    void a_step_over_more_compiles_its_expressions() {
        SparkSession session = opened(Profile.LARGE);
        StepSettings.fit(session, 100 * MIB);
        assertThat(session.conf().get(PARTITIONS)).isEqualTo("2");
        assertThat(session.conf().get(EXPRESSIONS)).isEqualTo("FALLBACK");
        assertThat(session.conf().get(ADAPTIVE)).isEqualTo("false");
    }

    @Test
    void a_step_over_much_keeps_the_settings_of_its_night() {
        SparkSession session = opened(Profile.LARGE);
        String partitions = session.conf().get(PARTITIONS);
        StepSettings.fit(session, 1000 * MIB);
        assertThat(session.conf().get(PARTITIONS)).isEqualTo(partitions).isNotEqualTo("2");
        assertThat(session.conf().get(ADAPTIVE)).isEqualTo("true");
    }

    @Test
    void a_step_never_gets_the_settings_of_a_larger_profile() {
        SparkSession session = opened(Profile.TINY);
        StepSettings.fit(session, 1000 * MIB);
        assertThat(session.conf().get(PARTITIONS)).isEqualTo("1");
        assertThat(session.conf().get(ADAPTIVE)).isEqualTo("false");
    }

    @Test
    void what_the_retailer_set_stands() {
        SparkSession session = opened(Profile.SMALL);
        session.conf().set(PARTITIONS, "40");
        StepSettings.fit(session, MIB);
        assertThat(session.conf().get(PARTITIONS)).isEqualTo("40");
        assertThat(session.conf().get(EXPRESSIONS)).isEqualTo("NO_CODEGEN");
    }

    /** A session as one that was opened with a profile makes them for its steps, in a context of this test's JVM. */
    private static SparkSession opened(Profile profile) {
        SparkSession session = TestSpark.session();
        Profile.TINY.settings().keySet().stream()
                .filter(session.conf()::isModifiable)
                .forEach(session.conf()::unset);
        Sessions.own(profile).forEach((key, value) -> {
            if (session.conf().isModifiable(key)) {
                session.conf().set(key, value);
            }
        });
        session.conf().set(StepSettings.PROFILE, profile.name().toLowerCase(java.util.Locale.ROOT));
        return session;
    }
}
