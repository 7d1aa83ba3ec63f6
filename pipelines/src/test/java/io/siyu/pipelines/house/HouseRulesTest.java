package io.siyu.pipelines.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.house.Repository.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sizes and habits that keep the house readable. Every complaint says which file, what stands there and what to do. */
class HouseRulesTest {
    private static final String TABLES = "(warehouse|docs/examples/[^/]+)/tables/[^/]+/[^/]+/";
    private static final String QUERIES = "(" + TABLES + "|(quality|docs/examples/[^/]+)/scores/[^/]+/)rows\\.sql";
    private static final Set<String> TOP =
            Set.of("pom.xml", "README.md", "LICENSE", "bin", "warehouse", "quality", "pipelines", "dags", "docs");

    /** Contracts that may be longer than 60 lines, each with the reason. */
    private static final Map<String, String> WIDE = Map.of();

    @Test
    void a_java_file_has_at_most_200_lines() {
        assertThat(longer(texts(".*\\.java"), 200, "give each idea its own file"))
                .isEmpty();
    }

    @Test
    void a_query_has_at_most_100_lines() {
        assertThat(longer(texts(QUERIES), 100, "build a table in between")).isEmpty();
    }

    @Test
    void a_contract_has_at_most_60_lines_unless_it_is_wide_for_a_reason() {
        List<Text> contracts = texts(TABLES + "table\\.yml");
        assertThat(contracts).extracting(Text::name).containsAll(WIDE.keySet());
        List<Text> narrow =
                contracts.stream().filter(c -> !WIDE.containsKey(c.name())).toList();
        assertThat(longer(narrow, 60, "split the table, or add it to WIDE with a reason"))
                .isEmpty();
    }

    @Test
    void a_golden_case_has_at_most_10_rows_in_a_file() {
        List<String> faults = new ArrayList<>();
        for (Text file : texts(TABLES + "cases/[^/]+/[^/]+\\.json")) {
            long rows = file.lines().stream().filter(line -> !line.isBlank()).count();
            if (rows > 10) {
                faults.add(file.name() + " has " + rows + " rows, 10 are allowed; make it two cases");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_golden_case_is_named_by_a_sentence() {
        assertThat(texts(TABLES + "cases/[^/]+/expect\\.json"))
                .extracting(file -> file.name().replaceAll(".*/cases/([^/]+)/.*", "$1"))
                .allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+){2,}"));
    }

    @Test
    void queries_are_written_in_one_style() {
        List<String> faults = new ArrayList<>();
        texts(QUERIES).forEach(file -> faults.addAll(new Sql(file).faults()));
        assertThat(faults).isEmpty();
    }

    @Test
    void no_class_is_a_box_for_anything() {
        assertThat(texts(".*\\.java"))
                .extracting(Text::fileName)
                .allSatisfy(name -> assertThat(name)
                        .as("name the one idea in it")
                        .doesNotContainPattern("Util|Helper|Manager|Common"));
    }

    @Test
    void there_is_one_main() {
        assertThat(holding(texts(".*/src/main/.*\\.java"), "public static void main("))
                .containsExactly("pipelines/src/main/java/io/siyu/pipelines/cli/Main.java");
    }

    @Test
    void there_is_one_place_that_makes_a_spark_session() {
        assertThat(holding(texts(".*/src/main/.*\\.java"), "SparkSession.builder("))
                .containsExactly("pipelines/src/main/java/io/siyu/pipelines/session/Sessions.java");
    }

    @Test
    void the_dag_has_at_most_60_lines() {
        assertThat(longer(texts("dags/nightly\\.py"), 60, "move what needs no Airflow to a module beside it"))
                .isEmpty();
    }

    @Test
    void the_top_holds_four_folders_and_little_else() {
        assertThat(TOP).as("put it into the folder whose question it answers").containsAll(Repository.top());
    }

    @Test
    void nothing_is_left_to_do() {
        String word = "TO" + "DO|FIX" + "ME";
        assertThat(texts(".*\\.(java|sql|yml|py|sh|md)"))
                .filteredOn(file -> file.all().matches("(?s).*\\b(" + word + ")\\b.*"))
                .extracting(Text::name)
                .as("do it, or file an issue")
                .isEmpty();
    }

    /** The files; there must be some, so that no rule holds for want of files. */
    private static List<Text> texts(String regex) {
        List<Text> texts = Repository.texts(regex);
        assertThat(texts).as("files like " + regex).isNotEmpty();
        return texts;
    }

    private static List<String> longer(List<Text> files, int allowed, String remedy) {
        return files.stream()
                .filter(file -> file.lines().size() > allowed)
                .map(file ->
                        file.name() + " has " + file.lines().size() + " lines, " + allowed + " are allowed; " + remedy)
                .toList();
    }

    private static List<String> holding(List<Text> files, String code) {
        return files.stream()
                .filter(file -> file.all().contains(code))
                .map(Text::name)
                .toList();
    }
}
