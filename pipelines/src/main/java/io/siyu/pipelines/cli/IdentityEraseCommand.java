package io.siyu.pipelines.cli;

import io.siyu.pipelines.erase.ErasureRequest;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.feed.Landing;
import io.siyu.pipelines.identity.explain.Forgotten;
import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.link.RowFiles;
import io.siyu.pipelines.land.Holdings;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.serve.RowText;
import io.siyu.pipelines.serve.TextTable;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Forget somebody: show what would go, or with --apply leave it to the night of a date.",
            "That night takes the person out of every table, and whatever lands later comes without them."
        })
final class IdentityEraseCommand implements Callable<Integer> {
    private static final int FEW = 20;

    @Mixin
    private Explained explained = new Explained();

    @Parameters(arity = "0..*", paramLabel = "ONEID", description = "Customers, each with all identifiers.")
    private List<String> customers = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "KIND:NAMESPACE:VALUE",
            description = "One identifier and nothing else of its customer; several times for several.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--file", paramLabel = "FILE", description = "CSV with a column id: OneIDs and identifiers.")
    private @Nullable Path file;

    @Option(names = "--apply", description = "Write the request. Default: only show what would go.")
    private boolean apply;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "With --apply: the business date whose night obeys first, yyyy-MM-dd.")
    private @Nullable LocalDate date;

    @Option(names = "--by", paramLabel = "WHO", description = "With --apply: who took the request.")
    private @Nullable String by;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "With --apply: why, without anything that tells of the person.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        refuseHalf();
        Installation at = explained.open();
        Published published = explained.published(at);
        IdModel kinds = IdModel.read(at.catalog().house());
        Forgotten forgotten = Forgotten.of(published, kinds, explained.names(at, published), asked(at));
        forgotten.lines().forEach(System.out::println);
        if (forgotten.nodes().isEmpty()) {
            System.out.println("Nothing was written: no identifier is this customer's alone.");
            return 99;
        }
        if (apply) {
            write(at, forgotten.nodes());
        } else {
            show(at, kinds, forgotten.nodes());
        }
        return 0;
    }

    private void refuseHalf() {
        if (customers.isEmpty() && ids.isEmpty() && file == null) {
            throw Problems.cannot(
                    "erase",
                    "nobody is named",
                    "Nothing was written. Give a OneID, --id kind:namespace:value or --file");
        }
        if (apply && (date == null || by == null || by.isBlank() || reason == null || reason.isBlank())) {
            throw Problems.cannot(
                    "erase",
                    "--apply without --date, --by and --reason",
                    "Nothing was written. A request says whose night obeys it, who took it and why");
        }
    }

    private Set<String> asked(Installation at) {
        Set<String> asked = new TreeSet<>(customers);
        asked.addAll(ids);
        if (file != null) {
            Dataset<Row> rows = RowFiles.read(at.spark(), file);
            if (!Arrays.asList(rows.columns()).contains("id")) {
                throw Problems.invalid("list of people to forget", Words.path(file), "no column 'id'", "a column id");
            }
            rows.select("id").where("id is not null").collectAsList().forEach(row -> asked.add(row.getString(0)));
        }
        return asked;
    }

    private void write(Installation at, Set<String> nodes) {
        LocalDate night = java.util.Objects.requireNonNull(date);
        ErasureRequest request = ErasureRequest.of(
                TokenFunction.tokens(at.spark()),
                nodes,
                java.util.Objects.requireNonNull(by),
                java.util.Objects.requireNonNull(reason),
                night);
        StringBuilder text = new StringBuilder(RowText.csv(ErasureRequest.COLUMNS));
        request.rows().forEach(row -> text.append(RowText.csv(row)));
        Path drop = new Landing(at.settings().landing()).control(night, "id_erasure", text.toString());
        System.out.printf(
                "Request %s, %,d tombstones: %s. The night of %s obeys it; then bin/siyu vacuum --erased takes old"
                        + " versions off the disk.%n",
                request.id(), nodes.size(), Words.path(drop), night);
    }

    private static void show(Installation at, IdModel kinds, Set<String> nodes) {
        Tombstones tombstones = Tombstones.of(at.spark(), "dry run", nodes);
        List<Holdings.Held> held = new Holdings(at.spark().newSession(), at.lake(), at.plan(), kinds, tombstones).all();
        List<List<@Nullable String>> rows = new ArrayList<>();
        SortedSet<String> files = new TreeSet<>();
        for (Holdings.Held one : held) {
            rows.add(Arrays.asList(one.table(), one.what(), Long.toString(one.rows())));
            files.addAll(one.files());
        }
        new TextTable(List.of("table", "what", "rows"), Set.of(2)).lines(rows).forEach(System.out::println);
        System.out.printf(
                "%,d landed files hold them, and go on doing so: delete them, or have them sent again.%n",
                files.size());
        files.stream().limit(FEW).forEach(one -> System.out.println("  " + one));
        if (files.size() > FEW) {
            System.out.printf("  and %,d more%n", files.size() - FEW);
        }
        System.out.println("Nothing was written. Add --apply --date DATE --by WHO --reason TEXT.");
    }
}
