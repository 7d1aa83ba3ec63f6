package io.siyu.pipelines.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

class ShapeTest {
    private static final Catalog SHIPPED = Catalog.load(new House(List.of(Path.of("../warehouse"))));

    @TempDir
    private Path lake;

    @Test
    void no_night_writes_the_checkpoints_of_half_of_the_tables() {
        Collection<Table> tables = SHIPPED.tables();
        assertThat(IntStream.rangeClosed(1, 120))
                .allSatisfy(night -> assertThat(tables.stream()
                                .filter(t -> night % Shape.checkpointInterval(t.name()) == 0)
                                .count())
                        .as("checkpoints due in night %d", night)
                        .isLessThan(tables.size() / 2));
    }

    @Test
    void a_table_is_created_with_its_own_interval() {
        var spark = TestSpark.session();
        Lake into = new Lake(lake.toString());
        Table table = SHIPPED.table("dim.store");
        Shape.create(spark, into, table);
        assertThat(DeltaLog.forTable(spark, into.path(table.name()))
                        .update(false, Option.empty(), Option.empty())
                        .metadata()
                        .configuration()
                        .get("delta.checkpointInterval")
                        .get())
                .isEqualTo(String.valueOf(Shape.checkpointInterval("dim.store")));
    }
}
