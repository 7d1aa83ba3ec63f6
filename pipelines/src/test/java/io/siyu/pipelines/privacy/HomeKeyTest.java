package io.siyu.pipelines.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.Settings;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeKeyTest {
    @TempDir
    private Path home;

    @Test
    void a_home_for_development_gets_a_key_of_its_own_that_its_owner_alone_may_read_and_keeps_it() throws IOException {
        HomeKey.prepare(source(), settings());
        Path file = home.resolve("state/token.key");
        String key = Files.readString(file).strip();
        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        HomeKey.prepare(source(), settings());
        assertThat(Files.readString(file).strip()).isEqualTo(key);
        assertThat(Files.readString(home.resolve("state/token.key.id"))).doesNotContain(key.substring(0, 16));
    }

    @Test
    void production_without_a_key_or_with_that_of_tests_is_refused() throws IOException {
        Files.writeString(home.resolve("siyu.yml"), "production: true\n");
        assertThatThrownBy(() -> HomeKey.prepare(source(), settings()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(
                        "Cannot make tokens: siyu.yml says production, and there is no key in SIYU_TOKEN_KEY")
                .hasMessageContaining("Nothing was started. Set SIYU_TOKEN_KEY");
        assertThatThrownBy(() -> HomeKey.prepare(KeySource.TEST, settings())).hasMessageContaining("is no secret");
        assertThat(home.resolve("state/token.key")).doesNotExist();
    }

    @Test
    void tables_of_one_key_are_not_built_on_with_another() throws IOException {
        HomeKey.prepare(KeySource.TEST, settings());
        assertThatThrownBy(() -> HomeKey.prepare(source(), settings()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("the key is another one than that of the tables");
    }

    private KeySource source() {
        return new KeySource(KeySource.Kind.FILE, settings().tokenKey().toString());
    }

    private Settings settings() {
        return Settings.read(Path.of(".."), home, Optional.empty());
    }
}
