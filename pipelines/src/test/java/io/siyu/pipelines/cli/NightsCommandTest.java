package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NightsCommandTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void nights_go_on_only_over_the_world_that_lies_in_the_folder() throws IOException {
        Files.writeString(home.resolve("world.txt"), "World[persons=1]");
        NightsCommand command = CommandLine.populateCommand(
                new NightsCommand(), "--size", "small", "--persons", "200", "--days", "3", "--home", home.toString());
        assertThatThrownBy(command::call)
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("World[persons=1]")
                .hasMessageContaining("expected World[persons=200, days=3");
        assertThat(home.resolve("landing")).doesNotExist();
    }

    @Test
    void some_steps_and_all_that_they_need_can_be_the_whole_night() throws IOException {
        NightsCommand command = CommandLine.populateCommand(
                new NightsCommand(Path.of("..").toAbsolutePath().normalize()),
                "--persons=100",
                "--days=1",
                "--history=0",
                "--only=dim.date,dim.channel",
                "--home=" + home.resolve("nights"));
        assertThat(command.call()).isZero();
        Path lake = home.resolve("nights/lake");
        assertThat(lake.resolve("dim/channel/_delta_log")).isDirectory();
        assertThat(lake.resolve("dim/date/_delta_log")).isDirectory();
        assertThat(lake.resolve("ods/channel_map/_delta_log")).isDirectory();
        assertThat(lake.resolve("vault")).doesNotExist();
    }
}
