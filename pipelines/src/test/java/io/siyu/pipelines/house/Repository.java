package io.siyu.pipelines.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, without what is built or ignored. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    /** One file and its lines; {@code name} is its path below the top of the repository. */
    record Text(String name, List<String> lines) {

        String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        String all() {
            return String.join("\n", lines);
        }
    }

    /** Files whose path matches {@code regex}, sorted by path. */
    static List<Text> texts(String regex) {
        List<Text> found = new ArrayList<>();
        Set<String> ignored = ignored();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(ROOT) && (isHidden(folder) || ignored.contains(name(folder)))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = ROOT.relativize(file).toString();
                    if (path.matches(regex)) {
                        found.add(new Text(path, Files.readAllLines(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort((a, b) -> a.name().compareTo(b.name()));
        return found;
    }

    /** Names at the top that are neither hidden nor ignored by git. */
    static List<String> top() {
        Set<String> ignored = ignored();
        try (Stream<Path> paths = Files.list(ROOT)) {
            return paths.filter(p -> !isHidden(p))
                    .map(Repository::name)
                    .filter(name -> !ignored.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ignored() {
        try (Stream<String> lines = Files.lines(ROOT.resolve(".gitignore"))) {
            return Set.copyOf(lines.filter(line -> !line.isBlank())
                    .map(line -> line.endsWith("/") ? line.substring(0, line.length() - 1) : line)
                    .distinct()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("pipelines")) ? here : here.getParent();
    }
}
