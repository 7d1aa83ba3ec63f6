package io.siyu.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path home;

    @Test
    void without_a_file_all_lies_in_the_home_folder() {
        Settings settings = Settings.read(Path.of("/opt/siyu"), home, Optional.empty());
        assertThat(settings.lake()).isEqualTo(home.resolve("lake").toString());
        assertThat(settings.landing()).isEqualTo(home.resolve("landing"));
        assertThat(settings.state()).isEqualTo(home.resolve("state"));
        assertThat(settings.published()).isEqualTo(home.resolve("published"));
        assertThat(settings.repository().url()).startsWith("jdbc:h2:file:" + home.resolve("state/batch"));
        assertThat(settings.house()).isEmpty();
        assertThat(settings.profile()).isEmpty();
        assertThat(settings.parallelism()).isEqualTo(2);
        assertThat(settings.currency()).isEqualTo(new Settings.Currency("元", "¥", 100));
        assertThat(settings.spark()).isEmpty();
    }

    @Test
    void every_key_of_the_file_is_read() throws IOException {
        file("""
                house: ../shop
                lake: /data/lake
                landing: drops
                repository: {url: "jdbc:postgresql://localhost/siyu", user: siyu}
                sources: {mall: {url: "jdbc:postgresql://localhost/mall", user: siyu}}
                profile: large
                parallelism: 4
                currency: {label: GBP, symbol: "£", minor_per_major: 100}
                spark: {spark.sql.shuffle.partitions: "64"}
                """);
        Settings settings = Settings.read(Path.of("/opt/siyu"), home, Optional.empty());
        assertThat(settings.house()).contains(home.resolve("../shop"));
        assertThat(settings.lake()).isEqualTo("/data/lake");
        assertThat(settings.landing()).isEqualTo(home.resolve("drops"));
        assertThat(settings.repository().url()).isEqualTo("jdbc:postgresql://localhost/siyu");
        assertThat(settings.repository().user()).isEqualTo("siyu");
        assertThat(settings.sources()).hasToString("mall");
        assertThat(settings.profile()).contains("large");
        assertThat(settings.parallelism()).isEqualTo(4);
        assertThat(settings.currency()).isEqualTo(new Settings.Currency("GBP", "£", 100));
        assertThat(settings.spark()).isEqualTo(Map.of("spark.sql.shuffle.partitions", "64"));
    }

    @Test
    void the_house_on_the_command_line_wins() throws IOException {
        file("house: ../shop\n");
        assertThat(Settings.read(Path.of("."), home, Optional.of(Path.of("mine")))
                        .house())
                .contains(Path.of("mine"));
    }

    @Test
    void an_unknown_key_is_refused_with_its_line() throws IOException {
        file("landing: drops\nlandings: drops\n");
        assertThatThrownBy(() -> Settings.read(Path.of("."), home, Optional.empty()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("siyu.yml:2: unknown key 'landings'; expected one of ");
    }

    @Test
    void a_password_in_the_file_is_refused() throws IOException {
        file("sources:\n  mall: {url: \"jdbc:postgresql://localhost/mall\", password: geheim}\n");
        assertThatThrownBy(() -> Settings.read(Path.of("."), home, Optional.empty()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("siyu.yml:2: unknown key 'password'; expected one of ");
    }

    private void file(String text) throws IOException {
        Files.writeString(home.resolve("siyu.yml"), text);
    }
}
