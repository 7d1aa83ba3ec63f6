package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.TestSpark;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void clusters_are_counted_by_hand() {
        // Entities abc, de; clusters ab, cd, e. f has no truth.
        Evaluation evaluation = Evaluation.of(
                rows("id STRING, cluster STRING", "a 1", "b 1", "c 2", "d 2", "e 3", "f 3"),
                rows("id STRING, entity STRING", "a x", "b x", "c x", "d y", "e y"),
                Optional.of(rows("l STRING, r STRING", "a b", "a c", "c d", "d e")));
        assertThat(evaluation.records()).isEqualTo(5);
        assertThat(evaluation.linkedPairs()).isEqualTo(2);
        assertThat(evaluation.truePairs()).isEqualTo(4);
        assertThat(evaluation.rightPairs()).isEqualTo(1);
        assertThat(evaluation.precision()).isEqualTo(0.5);
        assertThat(evaluation.recall()).isEqualTo(0.25);
        assertThat(evaluation.f1()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(evaluation.cubedPrecision()).isCloseTo((1 + 1 + 0.5 + 0.5 + 1) / 5, within(1e-12));
        assertThat(evaluation.cubedRecall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 0.5 + 0.5) / 5, within(1e-12));
        assertThat(evaluation.clusters()).isEqualTo(3);
        assertThat(evaluation.entities()).isEqualTo(2);
        assertThat(evaluation.largest()).isEqualTo(2);
        assertThat(evaluation.largestTrue()).isEqualTo(3);
        assertThat(evaluation.blocked()).contains(3L);
    }

    static Dataset<Row> rows(String shape, String... lines) {
        return TestSpark.session()
                .createDataFrame(
                        Arrays.stream(lines)
                                .map(line -> RowFactory.create((Object[]) line.split(" ", -1)))
                                .toList(),
                        StructType.fromDDL(shape));
    }
}
