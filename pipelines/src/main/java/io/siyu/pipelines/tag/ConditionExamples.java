package io.siyu.pipelines.tag;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Doc;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCondition;
import io.siyu.warehouse.tag.TagExample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the worked examples of audiences and actions, of those that are switched off too, in one query.
 *
 * @param chosen whether those of the audience or action with an id are run
 */
public record ConditionExamples(SparkSession spark, Catalog catalog, Predicate<String> chosen) {
    private record Text(String name, Doc at, TagCondition condition, List<TagExample> examples) {}

    /** What does not come out as the examples say, one sentence each; nothing when all hold. */
    public List<String> wrong() {
        List<Text> texts = texts();
        List<Tag> tags = catalog.tags().all();
        List<Row> rows = new ArrayList<>();
        StringBuilder cases = new StringBuilder("case split(example, '#')[0]");
        for (Text text : texts) {
            cases.append(" when '").append(text.name()).append("' then ");
            cases.append(text.condition().sql());
            for (int i = 0; i < text.examples().size(); i++) {
                rows.add(ExampleRows.over(
                        tags,
                        text.name() + "#" + i,
                        true,
                        text.examples().get(i).given().stream().findFirst().orElse(Map.of())));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Dataset<Row> given = spark.createDataFrame(rows, ExampleRows.schema(tags));
        String sql = "select example, coalesce(" + cases + " end, false) as is_in from dws.customer_tag";
        Map<String, Boolean> found = new HashMap<>();
        SqlText.parse(spark, sql)
                .bind(spark, Map.of("dws.customer_tag", given), Map.of("business_date", ExampleRows.DAY))
                .collectAsList()
                .forEach(row -> found.put(row.getString(0), row.getBoolean(1)));
        return compare(texts, found);
    }

    /** How many examples there are. */
    public int count() {
        return texts().stream().mapToInt(text -> text.examples().size()).sum();
    }

    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        catalog.audiences().byId().values().stream()
                .filter(a -> chosen.test(a.id()))
                .forEach(a -> texts.add(new Text("audience " + a.id(), a.at(), a.who(), a.examples())));
        catalog.actions().byId().values().stream()
                .filter(a -> chosen.test(a.id()))
                .forEach(a -> texts.add(new Text("action " + a.id(), a.at(), a.when(), a.examples())));
        return texts;
    }

    private static List<String> compare(List<Text> texts, Map<String, Boolean> found) {
        List<String> wrong = new ArrayList<>();
        for (Text text : texts) {
            for (int i = 0; i < text.examples().size(); i++) {
                String wanted = text.examples().get(i).expected("");
                String is = String.valueOf(found.get(text.name() + "#" + i));
                if (!wanted.equals(is)) {
                    wrong.add("Example " + (i + 1) + " of " + text.name() + " ("
                            + text.at().where() + "): expected " + wanted + ", got " + is + ".");
                }
            }
        }
        return wrong;
    }
}
