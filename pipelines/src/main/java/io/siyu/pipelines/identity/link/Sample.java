package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pairs drawn by chance: all pairs among the records whose hashed ids come first. Equal people and seeds give equal pairs. */
final class Sample {
    /** Records drawn; 720 thousand pairs. */
    static final int RECORDS = 1200;

    private Sample() {}

    static List<Tally> pairs(Dataset<Row> people, long seed, Comparer comparer) {
        List<Person> drawn =
                people.orderBy(xxhash64(lit(seed), col("id")), col("id")).limit(RECORDS).collectAsList().stream()
                        .map(Person::of)
                        .toList();
        Map<Long, LongAdder> patterns = new ConcurrentHashMap<>();
        IntStream.range(0, drawn.size()).parallel().forEach(i -> {
            for (int j = i + 1; j < drawn.size(); j++) {
                long pattern = comparer.compare(drawn.get(i), drawn.get(j)).pattern();
                patterns.computeIfAbsent(pattern, key -> new LongAdder()).increment();
            }
        });
        return patterns.entrySet().stream()
                .map(entry -> new Tally(0, entry.getKey(), entry.getValue().sum()))
                .toList();
    }
}
