package io.siyu.pipelines.feed;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;

/** A house with one landed table and a landing folder, below a temporary folder. */
final class FeedFixture {
    static final LocalDate DAY = LocalDate.of(2026, 10, 3);

    private final Path folder;
    private final Table table;
    private final Feed feed;

    /** {@code columns} separated by blanks; the first is required. */
    FeedFixture(Path folder, String columns, String feed) {
        this.folder = folder;
        try {
            Path at = Files.createDirectories(folder.resolve("house/tables/ods/shop_order"));
            String list = Arrays.stream(columns.split(" "))
                    .map(name -> "  - {name: " + name + ", description: A column."
                            + (columns.startsWith(name + " ") || columns.equals(name) ? ", required: true" : "")
                            + "}\n")
                    .collect(Collectors.joining());
            Files.writeString(
                    at.resolve("table.yml"),
                    "name: ods.shop_order\ndescription: Orders.\ngrain: [_row_hash]\nowner: us\ncolumns:\n" + list);
            Files.writeString(at.resolve("feed.yml"), feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.table = Catalog.load(new House(List.of(folder.resolve("house")))).table("ods.shop_order");
        this.feed = FeedReader.read(table);
    }

    Table table() {
        return table;
    }

    Feed feed() {
        return feed;
    }

    Path landing() {
        return folder.resolve("landing");
    }

    List<DropFile> files() {
        return new Landing(landing()).files(feed, DAY);
    }

    /** Puts a file into the drop folder of {@link #DAY}. */
    void drop(String name, byte[] bytes) {
        try {
            Path file = landing().resolve(DAY.toString()).resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of one file, its trailer last. */
    Parsed parse(String name, byte[] bytes) {
        drop(name, bytes);
        DropFile file = files().stream()
                .filter(f -> f.path().endsWith(name))
                .findFirst()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        new FileRows(landing(), file, FeedPlan.of(table, feed)).forEachRemaining(rows::add);
        return new Parsed(FeedPlan.of(table, feed).columns(), rows);
    }

    Parsed parse(String name, String text) {
        return parse(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(String text, String encoding) {
        return text.getBytes(Charset.forName(encoding));
    }

    static byte[] gzip(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
