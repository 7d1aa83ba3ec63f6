package io.siyu.pipelines.night;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A small installation in a temporary folder.
 *
 * @param root holds the texts, as the repository's root does
 * @param house laid over them when it is there
 */
record SmallHome(Path root, Path folder, Path house) {
    /** The repository's root: tests run in their module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final LocalDate FIRST = LocalDate.of(2026, 11, 9);

    /** Over all shipped texts. */
    SmallHome(Path folder) {
        this(ROOT, folder);
    }

    /** Over an {@link Excerpt} of them. */
    SmallHome(Path root, Path folder) {
        this(root, folder, folder.resolve("house"));
    }

    /** Three drop folders from {@link #FIRST} on, of whose ten days of trade before a night can build all tables. */
    private static final World WORLD = new World(400, 3, 10, 7, FIRST, false);

    /** What this retailer has: stores, one Tmall shop, a mall, and contacts. */
    private static final String HAS =
            "[^/]+/((master|pos|mall)/.*|tmall/(ExportOrderList[0-9]{8}0100|refund_).*|wecom/contact_.*)";

    /** Writes the drop folders of a tiny retailer with few feeds, and answers where. */
    static Path world(Path folder) {
        new SampleWorld(WORLD).write(folder, folder.resolveSibling(folder.getFileName() + "-truth"), 2);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (!folder.relativize(path).toString().matches(HAS)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Copies one date's drop folder of a world into the landing folder. */
    void receive(Path world, LocalDate day) {
        copy(world.resolve(day.toString()), landing().resolve(day.toString()));
    }

    Path landing() {
        return folder.resolve("landing");
    }

    /** How many commits all tables of the lake hold, those that only made a table or changed its columns among them. */
    long logged() {
        return names(folder.resolve("lake"))
                .flatMap(layer -> names(layer))
                .flatMap(table -> names(table.resolve("_delta_log")))
                .filter(file -> file.getFileName().toString().matches("[0-9]{20}\\.json"))
                .count();
    }

    /** What a folder holds; files may come and go meanwhile. */
    private static Stream<Path> names(Path folder) {
        return Stream.ofNullable(folder.toFile().list()).flatMap(Stream::of).map(folder::resolve);
    }

    /** Writes a landed file. */
    void put(String path, byte[] bytes) {
        try {
            Path file = landing().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a landed file away and answers its bytes. */
    byte[] hold(String path) {
        try {
            byte[] bytes = Files.readAllBytes(landing().resolve(path));
            Files.delete(landing().resolve(path));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Installation open() {
        return Installation.open(
                Settings.read(root, folder, Files.isDirectory(house) ? Optional.of(house) : Optional.empty()));
    }

    /** The whole night of a date. */
    RunResult night(LocalDate date) {
        return run("night", date, new TreeSet<>());
    }

    /** Some steps of the first date, unpublished. */
    RunResult run(List<String> steps) {
        return run(steps, FIRST);
    }

    /** Some steps of a date and all that they need, unpublished. */
    RunResult runUpTo(LocalDate date, String... steps) {
        Installation at = open();
        return some(at, at.plan().upTo(List.of(steps)), date);
    }

    /** Some steps of a date, unpublished. */
    RunResult run(List<String> steps, LocalDate date) {
        Installation at = open();
        List<Definition> chosen =
                at.plan().steps().stream().filter(d -> steps.contains(d.name())).toList();
        return some(at, chosen, date);
    }

    private static RunResult some(Installation at, List<Definition> steps, LocalDate date) {
        return run(at, new Night.Order("some", date, steps, false, false, new TreeSet<>()));
    }

    /** All dates up to {@code last} in one pass. */
    RunResult backfill(LocalDate last) {
        SortedSet<String> dates = new TreeSet<>();
        FIRST.datesUntil(last.plusDays(1)).forEach(date -> dates.add(date.toString()));
        return run("backfill", last, dates);
    }

    private RunResult run(String job, LocalDate date, SortedSet<String> reopened) {
        Installation at = open();
        return run(at, new Night.Order(job, date, at.plan().steps(), true, false, reopened));
    }

    private static RunResult run(Installation at, Night.Order order) {
        return new Night(at).run(order, new FailuresOnly());
    }

    /** The release that readers see. */
    Release release() {
        Installation at = open();
        return new Releases(at.lake())
                .current(at.spark())
                .orElseThrow(() -> Problems.notReady("read " + folder, "nothing was published", "Run a night"));
    }

    /** Answers of a query over one table as it stands in the lake, each row's values joined by blanks. */
    List<String> ask(String table, String where, String... columns) {
        Installation at = open();
        long version = at.lake().current(at.spark(), table).orElseThrow().number();
        return at.lake().rows(at.spark(), table, version).where(where).selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    /** Copies a folder and all below it. */
    static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
