package io.siyu.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkBenchTest {
    private static final Pattern FOUND = Pattern.compile("precision ([0-9.]+), recall ([0-9.]+), F1 ([0-9.]+)");
    private static final Pattern PAIRS = Pattern.compile("([0-9,]+) pairs compared");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_file_of_people_is_the_same_whenever_it_is_written_and_has_records_of_one_person_that_differ()
            throws IOException {
        List<String> rows = written(new LinkWorld(1_500, 7), "a");
        assertThat(written(new LinkWorld(1_500, 7), "b")).isEqualTo(rows);
        assertThat(written(new LinkWorld(1_500, 8), "c")).isNotEqualTo(rows);
        List<String> owners = Files.readAllLines(folder.resolve("a-truth.csv"));
        assertThat(rows).hasSize(1_501);
        List<String> ids = rows.stream().map(row -> row.split(",", -1)[0]).toList();
        assertThat(owners.stream().map(row -> row.split(",", -1)[0]).toList()).isEqualTo(ids);
        assertThat(ids.subList(1, ids.size())).isSorted().doesNotHaveDuplicates();
        long persons = owners.stream()
                .skip(1)
                .map(row -> row.split(",", -1)[1])
                .distinct()
                .count();
        assertThat(persons).isBetween(600L, 900L);
        List<String[]> names =
                rows.stream().skip(1).map(row -> row.split(",", -1)).toList();
        assertThat(names).allMatch(cells -> cells.length == 9);
        long blank = names.stream().filter(cells -> cells[4].isEmpty()).count();
        assertThat(blank).isBetween(150L, 300L);
        assertThat(new HashSet<>(names.stream().map(cells -> cells[4]).toList()))
                .hasSizeGreaterThan(500);
    }

    /** Few pairs of all are compared, and those found are held to a truth that the linking never reads. */
    @Test
    void a_file_is_linked_by_the_spec_chosen_for_it_and_held_to_its_truth() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        new LinkBench(file -> TestSpark.session(), folder, out, Optional.empty()).run(1_500);
        String text = told.toString(StandardCharsets.UTF_8);
        Matcher found = matcher(FOUND, text);
        assertThat(Double.parseDouble(found.group(1))).as(text).isGreaterThan(0.97);
        assertThat(Double.parseDouble(found.group(2))).as(text).isGreaterThan(0.9);
        long pairs = Long.parseLong(matcher(PAIRS, text).group(1).replace(",", ""));
        long all = 1_500L * 1_499 / 2;
        assertThat(pairs).isBetween(1_000L, all / 10);
        assertThat(Files.readAllLines(folder.resolve("clusters-1500.csv")))
                .hasSize(1_501)
                .startsWith("record_id,cluster");
    }

    private List<String> written(LinkWorld world, String name) throws IOException {
        Path file = folder.resolve(name + ".csv");
        world.write(file, folder.resolve(name + "-truth.csv"));
        return Files.readAllLines(file);
    }

    private static Matcher matcher(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher;
    }
}
