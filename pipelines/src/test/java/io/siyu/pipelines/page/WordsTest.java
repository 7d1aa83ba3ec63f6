package io.siyu.pipelines.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Map<String, Map<String, String>> words = words();

    @Test
    void every_key_has_a_chinese_and_an_english_text() {
        assertThat(words).allSatisfy((key, texts) -> {
            assertThat(texts).as(key).containsOnlyKeys("zh", "en");
            assertThat(texts.values()).as(key).noneMatch(String::isBlank);
        });
    }

    @Test
    void both_languages_name_the_same_values() {
        assertThat(words)
                .allSatisfy((key, texts) ->
                        assertThat(values(texts.get("zh"))).as(key).isEqualTo(values(texts.get("en"))));
    }

    @Test
    void every_key_that_the_page_asks_for_has_words() {
        Set<String> asked = found(code(), "(?:\\bt|inMoney)\\(\"([\\w.]+)\"[,)]|data-t=\"([\\w.]+)\"");
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(words.keySet()).containsAll(asked);
    }

    @Test
    void every_key_is_said_somewhere_on_the_page() {
        String code = code();
        List<String> idle = words.keySet().stream()
                .filter(key ->
                        !code.contains("\"" + key + "\"") && !code.contains("\"" + key.replaceAll(".*\\.", "") + "\""))
                .filter(key -> !key.matches("(domain|touch|channel|model|trust|side|trend|credit)\\..*"))
                .toList();
        assertThat(idle).isEmpty();
    }

    @Test
    void every_way_of_selling_has_a_name() throws IOException {
        Set<String> ways = new TreeSet<>();
        try (Stream<Path> texts =
                Files.find(Path.of("../warehouse/tables/dwd"), 2, (path, file) -> path.endsWith("rows.sql"))) {
            for (Path text : (Iterable<Path>) texts::iterator) {
                found(Files.readString(text), "'(\\w+)' as channel\\b").forEach(way -> ways.add("channel." + way));
            }
        }
        assertThat(ways).hasSizeGreaterThan(5);
        assertThat(words.keySet()).containsAll(ways);
    }

    private static String code() {
        return Page.DOCUMENT.code() + DomainsPage.DOCUMENT.code();
    }

    private static Set<String> values(String text) {
        return found(text, "\\{(\\w+)}");
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(WordsTest::firstGroup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) != null || match.groupCount() < 2 ? match.group(1) : match.group(2);
    }

    private static Map<String, Map<String, String>> words() {
        try {
            return new ObjectMapper().readValue(Document.read("words.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
