package io.siyu.pipelines.land;

import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.extract.Extractor;
import io.siyu.pipelines.extract.Sources;
import io.siyu.pipelines.feed.DropFile;
import io.siyu.pipelines.feed.Landing;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;

/** Takes the files of one feed that have not landed yet: every record becomes a row, lies in quarantine or is counted. */
public final class LandStep {
    /** A file in a drop folder older than this is taken to be unchanged when its size is; its bytes are not read again. */
    private static final int REREAD_DAYS = 31;

    private final SparkSession spark;
    private final Lake lake;
    private final Path landing;
    private final FileList lists;
    private final Extractor extractor;
    private final IdModel kinds;
    private final Map<String, FileManifest> manifests = new ConcurrentHashMap<>();
    private final Map<String, Tombstones> erased = new ConcurrentHashMap<>();

    /**
     * @param landing the folder of drop folders
     * @param state where lists of files are kept
     * @param sources databases that feeds are read from
     * @param kinds of identifiers, by which rows of erased people are known
     */
    public LandStep(SparkSession spark, Lake lake, Path landing, Path state, Sources sources, IdModel kinds) {
        this.spark = spark;
        this.lake = lake;
        this.landing = landing;
        this.lists = new FileList(state.resolve("landing"));
        this.extractor = new Extractor(sources, landing, state.resolve("extract"));
        this.kinds = kinds;
    }

    /** Lands what is new in drop folders up to the run's date. */
    public Outcome run(Definition definition, Run run) {
        SparkSession session = spark.newSession();
        Table table = definition.table();
        Feed feed = FeedReader.read(table);
        new Writer(session, lake)
                .prepare(table, lake.current(session, table.name()).isPresent());
        FileManifest manifest = manifests.computeIfAbsent(run.id(), id -> FileManifest.read(session, lake));
        FileList.Chosen chosen = lists.find(run.id(), table.name()).orElseGet(() -> {
            if (feed.jdbc() != null) {
                extractor.extract(session, table, feed, run.date(), manifest.paths(table.name()));
            }
            long version = lake.current(session, table.name()).orElseThrow().number();
            FileList.Chosen found = new FileList.Chosen(version, choose(feed, run, manifest));
            lists.keep(run.id(), table.name(), found);
            return found;
        });
        String missing = missing(feed, run.date(), manifest, chosen.files());
        if (chosen.files().isEmpty()) {
            return new Outcome("unchanged", 0, missing);
        }
        Outcome landed = new Landed(session, lake, landing, kinds, erased(session, table, run))
                .write(table, feed, run, chosen, manifest);
        return missing.isEmpty()
                ? landed
                : new Outcome(landed.verdict(), landed.rows(), landed.rules() + ", " + missing);
    }

    /** Who has been erased up to this run; what a feed of tombstones says is not held to itself. */
    private Tombstones erased(SparkSession session, Table table, Run run) {
        return table.name().equals(Tombstones.TABLE)
                ? Tombstones.of(session, "", List.of())
                : erased.computeIfAbsent(run.id(), id -> Tombstones.read(session, lake));
    }

    private List<FileList.Entry> choose(Feed feed, Run run, FileManifest manifest) {
        LocalDate date = run.date();
        List<FileList.Entry> chosen = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Landing.Settled settled = (drop, path, size) ->
                drop.isBefore(date.minusDays(REREAD_DAYS)) && manifest.knowsSize(feed.table(), path, size);
        List<DropFile> found = new Landing(landing).files(feed, LocalDate.MIN, date, settled);
        if (feed.snapshot() != null) {
            return new ListFiles(feed.table(), manifest, run.id())
                    .choose(found, day -> new Landing(landing).files(feed, day, day));
        }
        for (DropFile file : found) {
            if (!manifest.knows(feed.table(), file.path(), file.sha256())) {
                String status = manifest.knowsBytes(feed.table(), file.sha256()) || taken.contains(file.sha256())
                        ? "duplicate"
                        : manifest.knowsPath(feed.table(), file.path()) ? "changed" : "landed";
                taken.add(file.sha256());
                chosen.add(new FileList.Entry(
                        file.dropDate().toString(), file.path(), file.size(), file.sha256(), status));
            }
        }
        return chosen;
    }

    /** A word of warning when a feed that had files before has none in tonight's drop folder, whatever else came late. */
    private String missing(Feed feed, LocalDate date, FileManifest manifest, List<FileList.Entry> chosen) {
        boolean isThere = chosen.stream().anyMatch(file -> file.dropDate().equals(date.toString()));
        boolean expected = feed.expect().required() && (manifest.knowsFeed(feed.table()) || !chosen.isEmpty());
        return expected
                        && !isThere
                        && new Landing(landing).files(feed, date, date).isEmpty()
                ? "no file for " + date
                : "";
    }
}
