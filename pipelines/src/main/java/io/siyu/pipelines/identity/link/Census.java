package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of the people.
 *
 * @param records how many there are
 * @param frequencies of values that several records share
 */
record Census(long records, Frequencies frequencies) {
    /** Values whose frequency is kept, per comparison: the most frequent. The others count as those of a single record. */
    private static final int VALUES = 200_000;

    /** Records with a value below which how often one comes says nothing. */
    private static final int FEWEST = 100;

    /** @throws io.siyu.warehouse.SiyuException.InvalidDefinition when ids are missing or appear twice */
    static Census of(Dataset<Row> people, LinkSpec spec) {
        int[] places = places(spec);
        List<Column> counts = new ArrayList<>(List.of(count(col("id")), countDistinct(col("id"))));
        for (int i = 0; i < spec.compare().size(); i++) {
            counts.add(count(col("values").getItem(i)));
        }
        Row row = people.agg(count(lit(1)), counts.toArray(Column[]::new)).first();
        unique(row.getLong(0), row.getLong(1), row.getLong(2), spec.id());
        int kept = (int) Arrays.stream(places).filter(place -> place >= 0).count();
        for (int i = 0; i < places.length; i++) {
            places[i] = row.getLong(3 + i) < FEWEST ? -1 : places[i];
        }
        List<Map<String, Long>> values = new ArrayList<>();
        long[] records = new long[kept];
        for (int i = 0; i < kept; i++) {
            values.add(new HashMap<>());
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                records[places[i]] = row.getLong(3 + i);
            }
        }
        shared(people, places).forEach(r -> values.get(places[r.getInt(0)]).put(r.getString(1), r.getLong(2)));
        return new Census(row.getLong(0), new Frequencies(places, values, records));
    }

    /** Pairs that the records could make. */
    double pairs() {
        return Math.max(1, records / 2.0 * (records - 1));
    }

    private static List<Row> shared(Dataset<Row> people, int[] places) {
        Object[] wanted = Arrays.stream(places).anyMatch(place -> place >= 0)
                ? java.util.stream.IntStream.range(0, places.length)
                        .filter(i -> places[i] >= 0)
                        .boxed()
                        .toArray()
                : new Object[0];
        if (wanted.length == 0) {
            return List.of();
        }
        return people.select(posexplode(col("values")).as(new String[] {"place", "value"}))
                .filter(col("value").isNotNull().and(col("place").isin(wanted)))
                .groupBy("place", "value")
                .agg(count(lit(1)).as("n"))
                .filter(col("n").gt(1))
                .orderBy(col("n").desc(), col("place"), col("value"))
                .limit(VALUES * wanted.length)
                .collectAsList();
    }

    private static int[] places(LinkSpec spec) {
        int[] places = new int[spec.compare().size()];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            boolean matters = spec.compare().get(i).kind().frequency() && next < Frequencies.MOST;
            places[i] = matters ? next++ : -1;
        }
        return places;
    }

    private static void unique(long rows, long ids, long distinct, String column) {
        if (ids < rows || distinct < rows) {
            throw Problems.cannot(
                    "link by id " + column,
                    (rows - ids) + " of " + rows + " rows have none, and " + (ids - distinct) + " repeat another's",
                    "Nothing was written; name a column that tells every row apart");
        }
    }
}
