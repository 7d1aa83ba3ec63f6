package io.siyu.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedScoresTest {
    private static final House HOUSE = new House(List.of(Path.of("../warehouse"), Path.of("../quality")));

    @TempDir
    static Path folder;

    @Test
    void every_score_answers_over_empty_tables_and_an_empty_truth() throws IOException {
        SparkSession spark = TestSpark.session();
        Catalog catalog = Catalog.load(HOUSE);
        for (Export export : Export.values()) {
            if (export.isTruth()) {
                Files.writeString(folder.resolve(export.path()), String.join(",", export.header()) + "\n");
            }
        }
        Scoring scoring = new Scoring(
                spark, name -> Lake.empty(spark, catalog.table(name)), Truth.read(spark, folder), Score.of(HOUSE));
        for (Score score : Score.named(HOUSE, List.of())) {
            assertThat(scoring.ask(score).outside()).as(score.name()).isZero();
        }
    }

    @Test
    void every_class_of_faults_is_named_by_a_score() {
        String texts =
                String.join("\n", Score.of(HOUSE).stream().map(Score::sql).toList());
        assertThat(Arrays.stream(Defect.values()).map(Defect::text))
                .allSatisfy(name -> assertThat(texts).contains("'" + name + "'"));
    }

    @Test
    void every_score_has_two_titles_and_says_what_it_is() {
        assertThat(Score.of(HOUSE)).allSatisfy(score -> assertThat(score.says()).endsWith("."));
        assertThat(Score.named(HOUSE, List.of())).hasSizeGreaterThan(10).allSatisfy(score -> {
            assertThat(score.title()).matches("[A-Z].*[^.]");
            assertThat(score.titleZh()).matches("[\\p{IsHan}]+");
        });
    }

    @Test
    void no_table_names_the_truth() throws IOException {
        for (Path table : Catalog.load(HOUSE).tables().stream()
                .map(t -> HOUSE.contract(t.name()).resolveSibling("rows.sql"))
                .filter(Files::exists)
                .toList()) {
            assertThat(Files.readString(table)).doesNotContain("truth.");
        }
    }
}
