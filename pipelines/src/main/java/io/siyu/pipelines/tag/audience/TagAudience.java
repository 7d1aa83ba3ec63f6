package io.siyu.pipelines.tag.audience;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of {@code dws.tag_audience}: {@code tag, slice, block, customers, members}. Customers are numbered by content: in
 * blocks by a hash of their id, within a block by the id, so that the same table gives the same numbers however it is cut.
 */
public final class TagAudience implements Transform {
    static final String TAGS = "dws.customer_tag";

    /** The column of whom every customer is known: whose known set is all. */
    static final String ALL = "oneid";

    /** Numbers of a block; half of them are used, so that no block overflows by chance. */
    private static final int WIDTH = 1 << 16;

    private static final String BLOCK = "_block";

    private static final StructType SHAPE = new StructType()
            .add("tag", DataTypes.StringType)
            .add("slice", DataTypes.StringType)
            .add("block", DataTypes.IntegerType)
            .add("customers", DataTypes.IntegerType)
            .add("members", DataTypes.BinaryType);

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        return of(in.table(TAGS));
    }

    /** The slices of any table with a column {@code oneid} that is its key. */
    public static Dataset<Row> of(Dataset<Row> tags) {
        int blocks = (int) (tags.count() / (WIDTH / 2)) + 1;
        StructType columns = tags.schema();
        MapPartitionsFunction<Row, Row> sliced = rows -> new Slices(columns, rows);
        return tags.withColumn(BLOCK, pmod(xxhash64(col(ALL)), lit(blocks)).cast("int"))
                .repartition(col(BLOCK))
                .sortWithinPartitions(BLOCK, ALL)
                .mapPartitions(sliced, Encoders.row(SHAPE));
    }

    /** Block after block of a partition's rows, each as its slices. */
    private static final class Slices implements Iterator<Row> {
        private final StructType columns;
        private final Iterator<Row> rows;
        private Iterator<Row> ready = List.<Row>of().iterator();
        private List<Row> held = new ArrayList<>();

        Slices(StructType columns, Iterator<Row> rows) {
            this.columns = columns;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (!ready.hasNext() && (!held.isEmpty() || rows.hasNext())) {
                ready = block();
            }
            return ready.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }

        private Iterator<Row> block() {
            Row first = held.isEmpty() ? rows.next() : held.get(0);
            held = new ArrayList<>();
            int place = columns.length();
            int block = first.getInt(place);
            BlockSlices slices = new BlockSlices(columns, block * WIDTH, WIDTH);
            slices.add(first);
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.getInt(place) != block) {
                    held.add(row);
                    break;
                }
                slices.add(row);
            }
            return slices.rows(block);
        }
    }
}
