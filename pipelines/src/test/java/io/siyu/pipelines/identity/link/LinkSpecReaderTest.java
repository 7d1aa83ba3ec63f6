package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkSpecReaderTest {
    private static final List<String> COLUMNS = List.of("no", "given", "Site name", "born", "shop");
    private static final String RIGHT = """
            id: no
            seed: 7
            threshold: 0.95
            review: 0.4
            largest_block: 300
            compare:
              - {column: given, as: given}
              - {column: "Site name", as: text}
              - {column: born, as: exact, same: [0.1, 0.9], strangers: [0.99, 0.01]}
            block:
              - [given, "left(`Site name`, 3)"]
              - [given]
            never: [born]
            alone: [shop]
            prior: 2.0E-5
            """;

    @TempDir
    Path folder;

    @Test
    void a_spec_that_is_written_reads_the_same() throws IOException {
        LinkSpec spec = read(RIGHT);
        assertThat(LinkSpecText.of(spec)).isEqualTo(RIGHT);
        assertThat(read(LinkSpecText.of(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: no| id: number| :1: column 'number'",
                "id: no| id: bron| did you mean 'born'?",
                "threshold: 0.95| threshold: 1| :3: '1'; expected a probability above 0 and below 1",
                "threshold: 0.95| threshold: high| :3: 'high'; expected a probability",
                "review: 0.4| review: 0.96| :4: 'review' is 0.96; expected at most the threshold, 0.95",
                "largest_block: 300| largest_block: 1| :5: 'largest_block' is 1; expected 2 to 10000",
                "as: text| as: texte| :8: 'as' is 'texte'; expected one of given, surname",
                "Site name\", as| given\", as| :8: column 'given'; expected a column that is neither the id nor compared",
                "seed: 7| sede: 7| :2: unknown key 'sede'",
                "0.1, 0.9| 0.9| :9: 1 shares; expected 2 shares: differs; same",
                "prior: 2.0E-5| prior: 2| :15: '2'; expected a probability"
            })
    void a_spec_that_is_wrong_is_refused_where_it_is_wrong(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(RIGHT.replace(right, wrong)))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Invalid link spec ")
                .hasMessageContaining(message);
    }

    private LinkSpec read(String text) throws IOException {
        return LinkSpecReader.read(Files.writeString(folder.resolve("link.yml"), text), COLUMNS);
    }
}
