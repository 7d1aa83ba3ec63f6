package io.siyu.pipelines.cli;

import io.siyu.pipelines.attribution.file.PathFile;
import io.siyu.warehouse.Problems;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file of paths is read where its columns are called otherwise. */
final class AttributionColumns {
    @Option(
            names = "--separator",
            paramLabel = "TEXT",
            defaultValue = ">",
            description = "Between touches. Default: ${DEFAULT-VALUE}.")
    private String separator = ">";

    @Option(names = "--path-column", paramLabel = "NAME", description = "Where it is called otherwise than path.")
    private @Nullable String pathColumn;

    @Option(names = "--conversions-column", paramLabel = "NAME", description = "Likewise conversions.")
    private @Nullable String conversionsColumn;

    @Option(names = "--value-column", paramLabel = "NAME", description = "Likewise value.")
    private @Nullable String valueColumn;

    @Option(names = "--nulls-column", paramLabel = "NAME", description = "Likewise nulls: how many did not convert.")
    private @Nullable String nullsColumn;

    PathFile read(Path file) {
        if (separator.isBlank()) {
            throw Problems.invalid("option", "--separator", "'" + separator + "'", "a sign between touches, such as >");
        }
        return PathFile.read(
                file,
                new PathFile.Columns(
                        Optional.ofNullable(pathColumn),
                        Optional.ofNullable(conversionsColumn),
                        Optional.ofNullable(valueColumn),
                        Optional.ofNullable(nullsColumn)),
                separator);
    }
}
