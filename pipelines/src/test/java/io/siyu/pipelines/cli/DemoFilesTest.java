package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
    private static final World TINY = World.Size.SMALL.world(100, 1, 0, 1);

    @TempDir
    private Path folder;

    @Test
    void files_of_the_same_world_stay_and_those_of_another_are_refused() throws IOException {
        DemoFiles files = new DemoFiles(folder.resolve("landing"));
        files.write(TINY);
        assertThat(files.landing().resolve(World.LAST.toString())).isDirectory();
        assertThat(files.truth().resolve("truth_person.csv")).exists();
        Path mark = Files.createFile(files.landing().resolve("mark"));
        files.write(TINY);
        assertThatThrownBy(() -> files.write(World.Size.SMALL.world(100, 1, 0, 2)))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("holds others already")
                .hasMessageContaining("--home");
        assertThat(mark).exists();
    }
}
