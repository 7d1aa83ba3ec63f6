package io.siyu.pipelines.attribution.file;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds columns by name: the one asked for, or the first that is named as such columns usually are. */
final class ColumnNames {
    private final Path file;
    private final List<String> header;

    ColumnNames(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** The place of a column that must be there. */
    int required(String what, String option, Optional<String> asked, List<String> usual) {
        return optional(what, asked, usual)
                .orElseThrow(() -> Problems.cannot(
                        "read " + Words.path(file),
                        "no column for " + what + " among " + Words.list(header),
                        "Nothing was written; name it with " + option + ", or call it " + usual.get(0)));
    }

    /** The place of a column that may be missing, unless it was asked for. */
    Optional<Integer> optional(String what, Optional<String> asked, List<String> usual) {
        if (asked.isPresent()) {
            int at = header.indexOf(asked.get());
            if (at < 0) {
                throw Problems.invalid(
                        "column for " + what,
                        "of " + Words.path(file),
                        "'" + asked.get() + "'",
                        "one of " + Words.list(header) + Words.didYouMean(asked.get(), header));
            }
            return Optional.of(at);
        }
        List<String> plain = header.stream().map(ColumnNames::plain).toList();
        return usual.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }
}
