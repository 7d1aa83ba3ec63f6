package io.siyu.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folders the warehouse's texts are read from: the shipped one first, then a retailer's own, which is laid over it
 * table folder by table folder. The last folder that has a table defines it; without a contract of its own it keeps that of the
 * table it replaces.
 *
 * @param roots folders of the shape {@code tables/<layer>/<table>/}, {@code rules/<layer>/<table>.dqdl}; later ones win
 */
public record House(List<Path> roots) {

    /** A table that a later folder replaces. */
    public record Override(String table, Path by, Path instead) {}

    public House {
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                throw Problems.invalid(
                        "house", Words.path(root), "no such folder", "a folder with tables/<layer>/<table>/ below it");
            }
        }
    }

    /** Table name to folder, sorted by name. */
    public Map<String, Path> tableFolders() {
        Map<String, Path> folders = new TreeMap<>();
        for (Path root : roots) {
            tableFolders(root).forEach((table, folder) -> {
                boolean hasRows = has(folder, "rows.sql") || has(folder, "feed.yml");
                if (!has(folder, "table.yml") && !(hasRows && folders.containsKey(table))) {
                    throw Problems.invalid("table folder", Words.path(folder), "no table.yml", "a table.yml in it");
                }
                folders.put(table, folder);
            });
        }
        return folders;
    }

    /** The contract of a table: its folder's own, or that of the table its folder replaces. */
    public Path contract(String table) {
        return file("tables/" + table.replace('.', '/') + "/table.yml").orElseThrow();
    }

    /** What later folders replace, sorted by table. */
    public List<Override> overrides() {
        Map<String, Path> seen = new TreeMap<>();
        List<Override> overrides = new ArrayList<>();
        for (Path root : roots) {
            tableFolders(root).forEach((table, folder) -> {
                Path instead = seen.put(table, folder);
                if (instead != null) {
                    overrides.add(new Override(table, folder, instead));
                }
            });
        }
        return overrides;
    }

    /** The last file at this path below a root, e.g. {@code rules/dwd/refund.dqdl}. */
    public Optional<Path> file(String relative) {
        return roots.stream()
                .map(root -> root.resolve(relative))
                .filter(Files::isRegularFile)
                .reduce((first, last) -> last);
    }

    /** The texts {@code <folder>/*.yml} by file name, sorted; a later root's file replaces one of the same name. */
    public Map<String, Path> texts(String folder) {
        Map<String, Path> files = new TreeMap<>();
        for (Path root : roots) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> list = Files.list(root.resolve(folder))) {
                    list.filter(file -> file.toString().endsWith(".yml"))
                            .forEach(file -> files.put(String.valueOf(file.getFileName()), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static Map<String, Path> tableFolders(Path root) {
        Map<String, Path> folders = new TreeMap<>();
        Path tables = root.resolve("tables");
        for (Path layer : children(tables)) {
            for (Path table : children(layer)) {
                folders.put(layer.getFileName() + "." + table.getFileName(), table);
            }
        }
        return folders;
    }

    private static boolean has(Path folder, String file) {
        return Files.exists(folder.resolve(file));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
