package io.siyu.pipelines.cli;

import io.siyu.pipelines.cut.Cut;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        description = "Cut csv files that hold many days into one drop folder per day, records as they are.")
final class CutCommand implements Callable<Integer> {
    @Option(
            names = "--by",
            required = true,
            paramLabel = "COLUMN",
            description = "The column with the date: 2011-12-31 or 2011/12/31, with or without a time.")
    private String by = "";

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description =
                    "Keep records with the same value together, on the date of the first. Default: each by its own.")
    private @Nullable String key;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "PATH",
            description = "The file's path within each drop folder, such as online_retail/lines.csv.")
    private String name = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The landing folder; <yyyy-MM-dd>/PATH appears below it.")
    private Path out = Path.of("");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Comma-separated files with one header, packed or not.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Cut.Result result = new Cut(by, Optional.ofNullable(key), name, out).files(files);
        String range = result.days().isEmpty()
                ? ""
                : " (" + result.days().first() + " to " + result.days().last() + ")";
        System.out.printf("%,d days%s, %,d lines written to %s%n", result.days().size(), range, result.records(), out);
        return 0;
    }
}
