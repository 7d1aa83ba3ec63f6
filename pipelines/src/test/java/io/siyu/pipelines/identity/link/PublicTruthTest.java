package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Public files whose truth is known, linked by the spec that is chosen for them and by one that a person edited; left out where they do
 * not lie beside the checkout. Groups are compared with plain closure over the same pairs, cut where it finds as much.
 */
class PublicTruthTest {
    private static final Path FILES = Path.of("../../shared/data/identity");
    private static final String FAKE = "splink_fake_1000";
    private static final String FEBRL = "febrl_dataset3";
    private static final String SITES = "dedupe_csv_with_true_ids";
    private static final String FEBRL_ENTITY = "regexp_extract(rec_id, '([0-9]+)', 1)";

    @Test
    void splink_fake_1000_whatever_the_order_and_the_partitions() {
        Dataset<Row> rows = rows(FAKE);
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        Linked linked = link(rows, spec);
        Held held = Held.of(linked, truth(rows, spec, "cluster"));
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.97);
        assertThat(held.gain()).isGreaterThan(0.05);
        Linked other = link(rows.orderBy(functions.xxhash64(col("unique_id"))).repartition(7), spec);
        assertThat(linked.clusters().except(other.clusters()).count()).isZero();
        assertThat(linked.pairs().except(other.pairs()).count()).isZero();
    }

    @Test
    void splink_fake_1000_by_an_edited_spec() {
        Held held = edited(FAKE, "cluster");
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.97);
        assertThat(held.gain()).isGreaterThan(0.05);
    }

    /** Nothing is left to gain on closure: both are right on all pairs. */
    @Test
    @Tag("long")
    void febrl_dataset_3() {
        Dataset<Row> rows = rows(FEBRL);
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        Held held = Held.of(link(rows, spec), truth(rows, spec, FEBRL_ENTITY));
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.9995);
        assertThat(held.gain()).isNotNegative();
    }

    @Test
    @Tag("long")
    void febrl_dataset_3_by_a_spec_without_its_key() {
        Held held = edited(FEBRL, FEBRL_ENTITY);
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.998);
        assertThat(held.gain()).isNotNegative();
    }

    /** Where closure errs there is something to gain: of the likely pairs, and not of those that are sure. */
    @Test
    @Tag("long")
    void febrl_dataset_3_by_names_birthday_and_suburb_alone() {
        Dataset<Row> rows = rows(FEBRL);
        LinkSpec spec = spec("febrl_dataset3_names", rows);
        Linked linked = link(rows, spec);
        Dataset<Row> truth = truth(rows, spec, FEBRL_ENTITY);
        Held held = Held.of(linked, linked.clusters(), truth);
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.972);
        assertThat(held.gain()).isNotNegative();
        assertThat(Held.of(linked, linked.clusters(0.2), truth).gain()).isGreaterThan(0.005);
    }

    @Test
    @Tag("long")
    void organisations_with_shared_phones_and_addresses() {
        Dataset<Row> rows = rows(SITES);
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        assertThat(spec.columns()).doesNotContain("True Id", "Id", "Source");
        Held held = Held.of(link(rows, spec), truth(rows, spec, "`True Id`"));
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.83);
        assertThat(held.gain()).isGreaterThan(0.02);
    }

    @Test
    @Tag("long")
    void organisations_by_an_edited_spec() {
        Held held = edited(SITES, "`True Id`");
        assertThat(held.found.f1()).as(held.found.text()).isGreaterThan(0.83);
        assertThat(held.gain()).isGreaterThan(0.02);
    }

    /** What was found, and plain closure that finds no less. */
    private record Held(Evaluation found, Closure closure) {
        static Held of(Linked linked, Dataset<Row> truth) {
            return of(linked, linked.clusters(), truth);
        }

        static Held of(Linked linked, Dataset<Row> clusters, Dataset<Row> truth) {
            Evaluation found = Evaluation.of(clusters, truth, Optional.empty());
            return new Held(found, Closure.of(linked.pairs(), truth, found.recall()));
        }

        double gain() {
            return found.precision() - closure.precision();
        }
    }

    private static Held edited(String name, String entity) {
        Dataset<Row> rows = rows(name);
        LinkSpec spec = spec(name, rows);
        return Held.of(link(rows, spec), truth(rows, spec, entity));
    }

    private static LinkSpec spec(String name, Dataset<Row> rows) {
        return LinkSpecReader.read(Path.of("src/test/resources/link/" + name + ".yml"), List.of(rows.columns()));
    }

    private static Dataset<Row> truth(Dataset<Row> rows, LinkSpec spec, String entity) {
        return rows.select(col(spec.id()).as("id"), expr(entity).as("entity"));
    }

    private static Linked link(Dataset<Row> rows, LinkSpec spec) {
        return new Link(spec, text -> {}).run(rows, Optional.empty());
    }

    private static Dataset<Row> rows(String name) {
        Path file = FILES.resolve(name + ".csv");
        assumeTrue(Files.exists(file), () -> "no public file at " + file);
        return RowFiles.read(TestSpark.session(), file);
    }
}
