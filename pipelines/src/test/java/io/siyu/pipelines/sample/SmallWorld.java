package io.siyu.pipelines.sample;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The small world, written once for all tests, and ways to read its files that share nothing with how they were written. */
final class SmallWorld {
    static final World WORLD = World.Size.SMALL.world(30, 20261120L);
    static final Path OUT;
    static final Path TRUTH;

    private static final Map<String, List<String>> ROWS = new HashMap<>();
    private static final Map<String, List<Map<String, String>>> TRUTHS = new HashMap<>();

    static {
        try {
            Path folder = Files.createTempDirectory("siyu-small-world");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            OUT = folder.resolve("landing");
            TRUTH = folder.resolve("truth");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new SampleWorld(WORLD).write(OUT, TRUTH, 2);
    }

    private SmallWorld() {}

    /** The rows of a truth file, values by column. */
    static List<Map<String, String>> truth(String name) {
        return TRUTHS.computeIfAbsent(
                name, n -> byColumn(records(read(TRUTH.resolve("truth_" + n + ".csv"), StandardCharsets.UTF_8)), 0));
    }

    /** Paths below the landing folder that match, in order. */
    static List<String> files(String regex) {
        try (Stream<Path> all = Files.walk(OUT)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> OUT.relativize(f).toString())
                    .filter(f -> f.matches(regex))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of a file below its header, as {@code _row_no} counts them: row 1 is at index 0. */
    static List<String> rows(String path) {
        return ROWS.computeIfAbsent(path, p -> {
            if (p.endsWith(".jsonl") || p.endsWith(".jsonl.gz")) {
                String text = text(p);
                return text.isEmpty() ? List.of() : List.of(text.split("\n"));
            }
            List<String[]> records = table(p);
            return records.subList(1, records.size()).stream()
                    .map(r -> String.join(",", r))
                    .toList();
        });
    }

    /** Header and rows of a csv or a workbook, without what stands above and below them. */
    static List<String[]> table(String path) {
        if (path.endsWith(".xlsx")) {
            return workbook(path);
        }
        List<String[]> records = records(text(path).replaceAll("(?m)^#.*\r\n", ""));
        int above = titled(path) ? 1 : 0;
        int below = path.contains("/wx/") ? 2 : 0;
        return records.subList(above, records.size() - below);
    }

    private static List<String[]> workbook(String path) {
        List<String[]> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(OUT.resolve(path).toFile());
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                String[] cells = new String[17];
                Arrays.setAll(cells, i -> row.getCellText(i));
                rows.add(cells);
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean titled(String path) {
        return path.contains("/staff_") || path.contains("/alimama_");
    }

    /** The whole text, decoded strictly by the first character set that fits. */
    static String text(String path) {
        byte[] bytes = bytes(path);
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"), Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (java.nio.charset.CharacterCodingException e) {
                continue;
            }
        }
        throw new AssertionError(path + " is in no encoding");
    }

    /** The bytes, unpacked. */
    static byte[] bytes(String path) {
        try {
            byte[] bytes = Files.readAllBytes(OUT.resolve(path));
            if (!path.endsWith(".gz")) {
                return bytes;
            }
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> records(String csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\r\n");
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(200);
        return new CsvParser(settings).parseAll(new StringReader(csv));
    }

    static List<Map<String, String>> byColumn(List<String[]> records, int header) {
        String[] names = records.get(header);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] record : records.subList(header + 1, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], record[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String read(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
