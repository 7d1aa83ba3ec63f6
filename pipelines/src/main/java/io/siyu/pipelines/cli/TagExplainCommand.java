package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.tag.TagEvidence;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.tag.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints which rows gave a customer a tag. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Which rows gave a customer this tag, in the published release.")
final class TagExplainCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(
            index = "0",
            paramLabel = "TAG",
            description = "Id of a tag, or one of its columns, e.g. paid_orders_30d.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ONEID", description = "The customer.")
    private String oneid = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most rows per tag. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    private final Set<String> told = new HashSet<>();

    @Override
    public Integer call() {
        Installation at = home.open();
        Tag tag = at.catalog().tags().tag(name);
        Release release = new Releases(at.lake())
                .current(at.spark())
                .orElseThrow(() -> Problems.notReady(
                        "explain " + name,
                        "nothing is published yet",
                        "Publish a night first: bin/siyu night --date <yyyy-MM-dd>"));
        TagEvidence evidence = new TagEvidence(at.spark(), at.lake(), at.plan(), release, oneid);
        Row row = evidence.tags();
        List<String> suffixes =
                tag.columns().contains(name) ? List.of(name.substring(tag.id().length())) : tag.suffixes();
        suffixes.forEach(suffix -> tell(at, evidence, row, tag, suffix, ""));
        System.out.println("Release " + release.id() + ", as of " + release.date() + ".");
        return 0;
    }

    private void tell(Installation at, TagEvidence evidence, Row row, Tag tag, String suffix, String indent) {
        String column = tag.id() + suffix;
        boolean isColumn = List.of(row.schema().fieldNames()).contains(column);
        System.out.println(indent + column + " = " + (isColumn ? row.<Object>getAs(column) : "not computed") + "  "
                + tag.zh() + ": " + tag.definition());
        if (!isColumn || !told.add(column)) {
            return;
        }
        if (tag.kind().isDrawnFromRows()) {
            List<String> rows = evidence.rows(tag, suffix);
            System.out.println(
                    indent + "  " + rows.size() + " rows of " + tag.from().orElse("") + " count"
                            + (rows.size() > limit ? ", the first " + limit + ":" : rows.isEmpty() ? "." : ":"));
            rows.stream().limit(limit).forEach(line -> System.out.println(indent + "    " + line));
            return;
        }
        tag.value().ifPresent(value -> System.out.println(indent + "  by " + value));
        tag.layers()
                .forEach(layer -> System.out.println(indent + "  " + layer.then()
                        + layer.when().map(when -> " when " + when).orElse(" otherwise")));
        for (Tag used : at.catalog().tags().uses(tag)) {
            List<String> named =
                    used.suffixes().size() > 1 && used.suffixes().contains(suffix) ? List.of(suffix) : used.suffixes();
            named.forEach(each -> tell(at, evidence, row, used, each, indent + "  "));
        }
    }
}
