package io.siyu.pipelines.feed;

import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that files land in: one drop folder per date, {@code <yyyy-MM-dd>/}. Other folders are none of ours.
 *
 * @param folder it need not exist
 */
public record Landing(Path folder) {

    /** The feed's files of all drop folders up to {@code last}, sorted by path, each hashed. */
    public List<DropFile> files(Feed feed, LocalDate last) {
        return files(feed, LocalDate.MIN, last);
    }

    /** The feed's files of the drop folders from {@code first} to {@code last}, sorted by path, each hashed. */
    public List<DropFile> files(Feed feed, LocalDate first, LocalDate last) {
        return files(feed, first, last, (drop, path, size) -> false);
    }

    /** Says of a file, before its bytes are read, that it landed and has not changed since. */
    @FunctionalInterface
    public interface Settled {
        boolean test(LocalDate drop, String path, long size);
    }

    /** Files as above without those that are settled, whose bytes are not read. */
    public List<DropFile> files(Feed feed, LocalDate first, LocalDate last, Settled settled) {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : feed.files()) {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob + ".gz"));
        }
        List<DropFile> files = new ArrayList<>();
        try {
            for (Path drop : children()) {
                Optional<LocalDate> date = date(drop);
                if (date.isPresent()
                        && !date.get().isBefore(first)
                        && !date.get().isAfter(last)) {
                    for (Path file : matching(drop, matchers)) {
                        String path = below(folder, file);
                        long size = Files.size(file);
                        if (!settled.test(date.get(), path, size)) {
                            files.add(new DropFile(date.get(), path, size, sha256(file)));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw Problems.failed(
                    "read the landing folder of " + feed.table(),
                    Words.path(folder) + " cannot be read (" + e + ")",
                    "No file was taken; make the folder readable and run again",
                    e);
        }
        return files;
    }

    /**
     * Writes a file for the engine's own feeds into the drop folder of a date, under a name that follows from its text; the same
     * text again is the same file.
     *
     * @param kind begins the name, as the feed's pattern has it
     */
    public Path control(LocalDate date, String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(RowHash.sha256().digest(bytes), 0, 4);
        String name = kind + "_" + date.toString().replace("-", "") + "_" + hash + ".csv";
        Path file = folder.resolve(date.toString()).resolve("control").resolve(name);
        Path aside = file.resolveSibling(name + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(aside, bytes);
            return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> children() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> matching(Path drop, List<PathMatcher> matchers) throws IOException {
        try (Stream<Path> paths = Files.walk(drop)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> matchers.stream().anyMatch(m -> m.matches(drop.relativize(file))))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<LocalDate> date(Path drop) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(drop.getFileName())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = RowHash.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
