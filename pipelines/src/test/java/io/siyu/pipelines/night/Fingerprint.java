package io.siyu.pipelines.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.siyu.pipelines.release.Pinned;
import io.siyu.pipelines.release.Release;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The content of every table of a release: {@code <rows> rows <hash>}, whatever the order and the files of the rows. */
final class Fingerprint {
    /** What nights say of themselves: verdicts, and on which day an identifier came to its customer. */
    private static final Pattern OF_NIGHTS = Pattern.compile("quality[.].*|dim[.]identity_(span|event)");

    /** A version of a table has the same rows for ever: each is read once by a process. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Fingerprint() {}

    /** All columns of all tables. */
    static SortedMap<String, String> of(SmallHome home, Release release) {
        return of(home, release, List.of());
    }

    /** Tables without those of the nights and without the column that names the run: what does not depend on how one got there. */
    static SortedMap<String, String> ofRows(SmallHome home, Release release) {
        SortedMap<String, String> tables = of(home, release, List.of("run_id"));
        tables.keySet().removeIf(name -> OF_NIGHTS.matcher(name).matches());
        return tables;
    }

    private static SortedMap<String, String> of(SmallHome home, Release release, List<String> without) {
        Installation at = home.open();
        Pinned pinned = new Pinned(at.lake(), release);
        SortedMap<String, String> prints = new ConcurrentSkipListMap<>();
        release.versions().entrySet().parallelStream().forEach(entry -> {
            String table = entry.getKey();
            String which = String.join(
                    " ", home.folder().toString(), table, entry.getValue().toString(), without.toString());
            prints.put(table, KNOWN.computeIfAbsent(which, w -> print(pinned.rows(at.spark(), table), without)));
        });
        return prints;
    }

    private static String print(Dataset<Row> rows, List<String> without) {
        List<String> texts = rows.drop(without.toArray(String[]::new))
                .select(to_json(struct(col("*"))))
                .as(Encoders.STRING())
                .collectAsList();
        return texts.size() + " rows " + hash(texts);
    }

    private static String hash(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.stream().sorted().forEach(t -> digest.update((t + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
