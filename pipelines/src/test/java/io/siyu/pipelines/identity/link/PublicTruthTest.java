package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Public files whose truth is known, linked by the spec that is chosen for them; left out where they do not lie beside the checkout. */
class PublicTruthTest {
    private static final Path FILES = Path.of("../../shared/data/identity");

    /** F1 of each, and precision at no less recall above plain closure over the same pairs. */
    @Test
    void splink_fake_1000_whatever_the_order_and_the_partitions() {
        Dataset<Row> rows = rows("splink_fake_1000.csv");
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        Linked linked = link(rows, spec);
        Dataset<Row> truth = truth(rows, spec, "cluster");
        Evaluation found = evaluate(linked.clusters(), truth);
        Evaluation closure = evaluate(linked.closure(spec.threshold()), truth);
        assertThat(found.f1()).as(found.text()).isGreaterThan(0.93);
        assertThat(found.f1()).isGreaterThan(closure.f1());
        assertThat(found.precision()).isGreaterThan(closure.precision() + 0.05);
        Linked other = link(rows.orderBy(functions.xxhash64(col("unique_id"))).repartition(7), spec);
        assertThat(linked.clusters().except(other.clusters()).count()).isZero();
        assertThat(linked.pairs().except(other.pairs()).count()).isZero();
    }

    @Test
    @Tag("long")
    void febrl_dataset_3() {
        Dataset<Row> rows = rows("febrl_dataset3.csv");
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        Linked linked = link(rows, spec);
        Evaluation found = evaluate(linked.clusters(), truth(rows, spec, "regexp_extract(rec_id, '(\\\\d+)', 1)"));
        assertThat(found.f1()).as(found.text()).isGreaterThan(0.997);
    }

    @Test
    @Tag("long")
    void organisations_with_shared_phones_and_addresses() {
        Dataset<Row> rows = rows("dedupe_csv_with_true_ids.csv");
        LinkSpec spec = AutoSpec.of(rows, 1).spec();
        assertThat(spec.columns()).doesNotContain("True Id", "Id", "Source");
        Linked linked = link(rows, spec);
        Dataset<Row> truth = truth(rows, spec, "`True Id`");
        Evaluation found = evaluate(linked.clusters(), truth);
        Evaluation closure = evaluate(linked.closure(0.99), truth);
        assertThat(closure.recall()).isLessThan(found.recall());
        assertThat(closure.precision()).isLessThan(found.precision());
    }

    private static Evaluation evaluate(Dataset<Row> clusters, Dataset<Row> truth) {
        return Evaluation.of(clusters, truth, Optional.empty());
    }

    private static Dataset<Row> truth(Dataset<Row> rows, LinkSpec spec, String entity) {
        return rows.select(col(spec.id()).as("id"), expr(entity).as("entity"));
    }

    private static Linked link(Dataset<Row> rows, LinkSpec spec) {
        return new Link(spec, text -> {}).run(rows, Optional.empty());
    }

    private static Dataset<Row> rows(String name) {
        assumeTrue(Files.exists(FILES.resolve(name)), () -> "no public file at " + FILES.resolve(name));
        return RowFiles.read(TestSpark.session(), FILES.resolve(name));
    }
}
