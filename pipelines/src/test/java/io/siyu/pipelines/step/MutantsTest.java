package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by which nights follow changes is broken once, and the audit names the table that it spoilt. */
class MutantsTest {
    /** No table is so little that all of it is settled. */
    private static final List<String> ALL_MET = List.of("4L << 20", "-1");

    @TempDir
    private Path folder;

    @Test
    void the_engine_as_it_is_leaves_what_one_build_gives() throws Exception {
        assertThat(new AuditedNights().call()).isEmpty();
    }

    @Test
    void so_it_does_when_only_met_rows_are_settled() throws Exception {
        assertThat(new Mutant("step/Merging", ALL_MET).run(folder, AuditedNights.class))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            what stands is forgotten when all is settled   | step/Merging      | stored.unionByName(fresh)              | fresh                        | dwd.sale
            fresh dates reopen nothing                     | step/Scope        | dates.addAll(touchedDates)             | touchedDates.clear()         | dws.day
            days that came meanwhile are not built         | step/Scope        | dates.addAll(daysAfter(LocalDate.parse(seen.date()), run.date())) | dates.isEmpty() | dws.day
            of several commits the last alone is heard     | store/CommitNote  | all.addAll(dates)                      | all.clear(); all.addAll(dates) | dwd.sale, dws.day
            a corrected row reopens nothing                | store/Changes     | .or(col("_is_heard"))                  | .or(lit(false))              | dws.day
            a moved row reopens one of its two dates       | store/Changes     | flatten(collect_set(col("_dates")))    | flatten(org.apache.spark.sql.functions.slice(org.apache.spark.sql.functions.array_sort(collect_set(col("_dates"))), 1, 1)) | dws.day
            of several drops the last alone is read        | step/Reading      | in(catalog.table(name), d)             | in(catalog.table(name), d.tailSet(d.last())) | dwd.sale
            """)
    void a_broken_rule_is_found(String what, String source, String words, String others, String spoilt)
            throws Exception {
        String apart = new Mutant(source, List.of(words, others)).run(folder, AuditedNights.class);
        assertThat(apart).as(what).isEqualTo(spoilt);
    }

    @Test
    void rows_that_nothing_met_are_forgotten() throws Exception {
        assertThat(met("rows.unionByName(settled)", "settled").run(folder, AuditedNights.class))
                .isEqualTo("dwd.sale, dws.day");
    }

    @Test
    void an_older_row_that_comes_later_stands() throws Exception {
        assertThat(met("met.unionByName(fresh)", "fresh").run(folder, AuditedNights.class))
                .isEqualTo("dwd.sale");
    }

    private static Mutant met(String words, String others) {
        return new Mutant(
                "step/Merging",
                Stream.concat(ALL_MET.stream(), Stream.of(words, others)).toList());
    }
}
