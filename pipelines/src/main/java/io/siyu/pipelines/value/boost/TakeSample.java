package io.siyu.pipelines.value.boost;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What trees of each span learn from, of a part of the customers: {@code span, rows}, the rows as {@link Sample} joins them.
 *
 * @param share of the customers that is taken, by the hash of each
 */
record TakeSample(List<Span> spans, double share) implements MapPartitionsFunction<Row, Row> {
    static final StructType SHAPE = StructType.fromDDL("span INT, rows BINARY");

    @Override
    public Iterator<Row> call(Iterator<Row> customers) {
        List<List<byte[]>> rows = new ArrayList<>();
        spans.forEach(span -> rows.add(new ArrayList<>()));
        while (customers.hasNext()) {
            Purchases one = Purchases.of(customers.next());
            if ((one.hash() >>> 1) / (double) Long.MAX_VALUE <= share) {
                for (int i = 0; i < spans.size(); i++) {
                    Sample.write(one, spans.get(i), rows.get(i));
                }
            }
        }
        return IntStream.range(0, spans.size())
                .mapToObj(i -> RowFactory.create(i, Sample.joined(rows.get(i))))
                .iterator();
    }
}
