package io.siyu.pipelines.bench;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform.Dates;
import io.siyu.pipelines.value.table.BasketLevels;
import io.siyu.warehouse.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables that {@code dws.customer_value} reads, of a file of purchases, by the queries of the warehouse. Nothing is kept. */
record ValueTables(SparkSession spark, Catalog catalog, Path purchases, LocalDate today) {
    private static final String DAYS = "dws.customer_day";
    private static final String PURCHASES = "dws.customer_purchase";
    private static final String ORIGINS = "dws.value_origin";
    private static final String LEVELS = "dws.basket_level";
    private static final String HISTORIES = "dws.customer_history";

    private static final String NAMED_DAYS = """
            select day as calendar_date, null as holiday, '双11' as festival, true as is_festival_day
            from (select explode(sequence(date'%s', date'%s')) as day)
            where month(day) = 11 and day(day) = 11
            """;

    /** Histories as of tonight alone: all that the value of a customer needs, and all that a peer looks at. */
    Inputs tonight() {
        Map<String, Dataset<Row>> tables = tables();
        tables.computeIfPresent(
                HISTORIES, (name, rows) -> rows.where(col("origin_date").equalTo(today)));
        return new Inputs("dws.customer_value", tables);
    }

    /** The same with histories as they stood at the last month ends, which a night looks at too. */
    Inputs withMonthEnds() {
        return new Inputs("dws.customer_value", tables());
    }

    private Map<String, Dataset<Row>> tables() {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        tables.put(
                DAYS,
                spark.read()
                        .parquet(purchases.toString())
                        .selectExpr(
                                "cast(customer as string) as oneid",
                                "day as business_date",
                                "'private' as domain",
                                "1 as orders",
                                "amount as pay_fen",
                                "amount as net_fen"));
        tables.put(ORIGINS, made(ORIGINS, tables));
        tables.put(LEVELS, new BasketLevels().rows(new Inputs(LEVELS, tables), new Dates(today, today)));
        tables.put(PURCHASES, made(PURCHASES, tables));
        tables.put(HISTORIES, made(HISTORIES, tables));
        tables.put("dws.value_trial", spark.sql("select '' as asked, false as is_published"));
        tables.put("dim.date", spark.sql(NAMED_DAYS.formatted(today.minusYears(5), today.plusYears(1))));
        return tables;
    }

    private Dataset<Row> made(String name, Map<String, Dataset<Row>> tables) {
        try {
            String sql = Files.readString(catalog.table(name).sqlFile());
            return SqlText.parse(spark, sql).bind(spark, tables, Map.of("business_date", today));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
