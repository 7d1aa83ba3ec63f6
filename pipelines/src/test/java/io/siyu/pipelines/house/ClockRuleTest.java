package io.siyu.pipelines.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockRuleTest {
    @Test
    void asking_the_clock_or_chance_is_seen() {
        JavaClasses asking = new ClassFileImporter().importClasses(Asking.class);
        assertThat(ArchitectureTest.no_result_depends_on_the_clock_or_on_chance
                        .evaluate(asking)
                        .getFailureReport()
                        .getDetails())
                .hasSize(3);
    }

    /** Breaks the rule three times, and keeps it once. */
    private record Asking(LocalDate today, long millis, Random unseeded, Random seeded) {
        Asking() {
            this(LocalDate.now(ZoneOffset.UTC), System.currentTimeMillis(), new Random(), new Random(7));
        }
    }
}
