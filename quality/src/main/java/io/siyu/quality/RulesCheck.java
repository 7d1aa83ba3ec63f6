package io.siyu.quality;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every rule file of a folder against the contracts, so that a bad rule fails a build and not a night. */
public final class RulesCheck {
    private RulesCheck() {}

    /**
     * Rules per table that has a rule file, contract rules included, sorted by table. A bad rule, or a file of no
     * table, is an {@link io.siyu.warehouse.SiyuException.InvalidDefinition}.
     *
     * @param rules the folder with {@code <layer>/<table>.dqdl}
     */
    public static Map<String, List<Rule>> check(Catalog catalog, Path rules) {
        Map<String, List<Rule>> checked = new TreeMap<>();
        for (Path file : files(rules)) {
            String path = rules.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), ".");
            String name = path.substring(0, path.length() - ".dqdl".length());
            Table table = catalog.find(name)
                    .orElseThrow(() -> Problems.invalid(
                            "rule",
                            Words.path(file),
                            "no table " + name
                                    + Words.didYouMean(
                                            name,
                                            catalog.tables().stream()
                                                    .map(Table::name)
                                                    .toList()),
                            "rules/<layer>/<table>.dqdl"));
            checked.put(name, Rules.of(table, Optional.of(file)));
        }
        return checked;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".dqdl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
