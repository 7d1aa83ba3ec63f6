package io.siyu.pipelines.tag;

import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagExample;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of worked examples, read from their texts. {@code D} is {@link #DAY}. */
final class ExampleRows {
    /** The business date of all examples. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Pattern RELATIVE = Pattern.compile("D(?:([+-])([0-9]{1,4}))?( [0-9:]+)?");

    private ExampleRows() {}

    /** The rows that examples of tags drawn from a table give, each the row of a customer named after its example. */
    static Dataset<Row> of(SparkSession spark, Table table, List<Tag> tags) {
        List<Row> rows = new ArrayList<>();
        for (Tag tag : tags) {
            for (int i = 0; i < tag.examples().size(); i++) {
                String customer = name(tag, i);
                for (Map<String, String> given : tag.examples().get(i).given()) {
                    rows.add(row(table, customer, given));
                }
            }
        }
        return spark.createDataFrame(rows, Lake.schema(table).asNullable());
    }

    private static Row row(Table table, String customer, Map<String, String> given) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : table.columns()) {
            String text = column.name().equals("oneid") ? customer : given.getOrDefault(column.name(), TagExample.NULL);
            cells.add(cell(column.type(), text));
        }
        return RowFactory.create(cells.toArray());
    }

    /** What examples of tags over tags give: {@code example, is_first} and every tag, with its default where nothing is given. */
    static Dataset<Row> over(SparkSession spark, List<Tag> all, List<Tag> derived) {
        List<Row> rows = new ArrayList<>();
        for (Tag tag : derived) {
            for (int i = 0; i < tag.examples().size(); i++) {
                List<Map<String, String>> told = tag.examples().get(i).given();
                List<Map<String, String>> given = told.isEmpty() ? List.of(Map.of()) : told;
                for (int j = 0; j < given.size(); j++) {
                    rows.add(over(all, name(tag, i), j == 0, given.get(j)));
                }
            }
        }
        return spark.createDataFrame(rows, schema(all));
    }

    /** Columns of examples over tags. */
    static StructType schema(List<Tag> all) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField("example", DataTypes.StringType, false));
        fields.add(DataTypes.createStructField("is_first", DataTypes.BooleanType, false));
        all.forEach(tag -> tag.columns()
                .forEach(column -> fields.add(DataTypes.createStructField(
                        column, StructType.fromDDL("x " + tag.type()).apply(0).dataType(), true))));
        return new StructType(fields.toArray(StructField[]::new));
    }

    /** One row of an example over tags. */
    static Row over(List<Tag> all, String example, boolean isFirst, Map<String, String> given) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(example, isFirst));
        for (Tag tag : all) {
            for (String column : tag.columns()) {
                String otherwise = tag.otherwise().orElse(TagExample.NULL);
                cells.add(cell(tag.type(), given.getOrDefault(column, otherwise)));
            }
        }
        return RowFactory.create(cells.toArray());
    }

    static String name(Tag tag, int example) {
        return tag.id() + "#" + (example + 1);
    }

    /** The text of a value as Spark prints it, from the text of an example. */
    static String shown(String type, String text) {
        return String.valueOf(cell(type, text));
    }

    private static @Nullable Object cell(String type, String text) {
        if (text.equals(TagExample.NULL)) {
            return null;
        }
        return switch (type) {
            case "int" -> Integer.valueOf(text);
            case "bigint" -> Long.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            case "date" -> Date.valueOf(date(text).toLocalDate());
            case "timestamp" -> Timestamp.valueOf(date(text));
            default -> text;
        };
    }

    private static LocalDateTime date(String text) {
        Matcher relative = RELATIVE.matcher(text);
        if (!relative.matches()) {
            return text.length() > 10
                    ? LocalDateTime.parse(text.replace(' ', 'T'))
                    : LocalDate.parse(text).atStartOfDay();
        }
        long days = relative.group(2) == null ? 0 : Long.parseLong(relative.group(2));
        LocalDate day = DAY.plusDays("-".equals(relative.group(1)) ? -days : days);
        return relative.group(3) == null
                ? day.atStartOfDay()
                : LocalDateTime.parse(day + "T" + relative.group(3).strip());
    }
}
