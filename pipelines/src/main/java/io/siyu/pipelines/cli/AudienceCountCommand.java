package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Doc;
import io.siyu.warehouse.tag.TagCondition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "How many customers of the published release meet a condition over tags or audiences.")
final class AudienceCountCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(
            paramLabel = "CONDITION",
            arity = "1..*",
            description =
                    "E.g. \"value_tier in ('A', 'B') and not touch_fatigue\", or the id of an audience. Several are"
                            + " answered one after the other.")
    private List<String> conditions = new ArrayList<>();

    @Override
    public Integer call() {
        Installation at = home.open();
        Published published = new Published(at);
        Release release = published.current("count customers");
        Dataset<Row> tags = published.rows(release, "dws.customer_tag");
        for (String text : conditions) {
            Doc doc = Doc.parse("condition", Path.of("given"), "\"" + text.replace("\"", "'") + "\"");
            TagCondition condition = TagCondition.of(
                    at.catalog().tags(),
                    doc,
                    "it",
                    text,
                    at.catalog().audiences().conditions());
            String sql = "select count(*) as customers, count_if(" + condition.sql() + ") as met, count_if(("
                    + condition.sql() + ") and marketing_allowed) as allowed from dws.customer_tag";
            Row row = SqlText.parse(at.spark(), sql)
                    .bind(at.spark(), Map.of("dws.customer_tag", tags), Map.of("business_date", release.date()))
                    .first();
            System.out.printf(
                    "%,d of %,d customers, %,d of whom may be marketed to: %s%n",
                    row.getLong(1), row.getLong(0), row.getLong(2), text);
        }
        System.out.println("Release " + release.id() + ", as of " + release.date() + ".");
        return 0;
    }
}
