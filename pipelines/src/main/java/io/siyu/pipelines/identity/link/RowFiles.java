package io.siyu.pipelines.identity.link;

import io.siyu.pipelines.serve.RowText;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** CSV and Parquet files of records. */
public final class RowFiles {
    private RowFiles() {}

    /** Rows of a file: Parquet when its name ends so, else CSV (RFC 4180) with a header, in UTF-8, every column a text. */
    public static Dataset<Row> read(SparkSession spark, Path file) {
        if (!Files.exists(file)) {
            throw Problems.notReady(
                    "read " + Words.path(file),
                    "there is no such file",
                    "Nothing was written; name a CSV or Parquet file");
        }
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            return spark.read().parquet(file.toUri().toString());
        }
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .option("multiLine", true)
                .option("escape", "\"")
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true)
                .csv(file.toUri().toString());
        return rows.toDF(Arrays.stream(rows.columns()).map(String::strip).toArray(String[]::new));
    }

    /** Writes rows as CSV, in their order; a file of that name is replaced once the new one is whole. */
    public static void write(Dataset<Row> rows, Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            try (BufferedWriter out = Files.newBufferedWriter(aside)) {
                out.write(RowText.csv(List.of(rows.columns())));
                for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); ) {
                    out.write(RowText.csv(cells(all.next())));
                }
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable String> cells(Row row) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.isNullAt(i) ? null : String.valueOf(row.get(i)));
        }
        return cells;
    }
}
