package io.siyu.pipelines.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes back after a month was closed, its statement stands and the difference is an adjustment. */
class SettlementClosingTest {
    private static final String STATEMENT = "ads.settlement_statement";
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 20);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 20);
    private static final List<String> ROLES = List.of("selling_guide", "exclusive_guide", "store", "traffic_owner");

    private final SparkSession spark = TestSpark.session();
    private final Plan plan = Plan.of(spark, Catalog.load(new House(List.of(Path.of("..", "warehouse")))));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_refunds_after_closing_give_adjustments_alone(long seed) {
        Random random = new Random(seed);
        long[] credits = random.longs(80, 1, 200_000).toArray();
        List<Row> first = statement(List.of(), credits, BEFORE);
        long[] left = credits.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = random.nextInt(3) > 0 ? left[i] : random.nextBoolean() ? 0 : random.nextLong(left[i] + 1);
        }
        List<Row> second = statement(first, left, AFTER);
        assertThat(closed(second)).isNotEmpty().containsExactlyInAnyOrderElementsOf(closed(first));
        assertThat(second.stream().filter(row -> isNew(row, first)))
                .isNotEmpty()
                .allMatch(row -> row.getBoolean(row.fieldIndex("is_adjustment"))
                        == row.getDate(0).after(row.getDate(1)));
        assertThat(sums(second)).isEqualTo(sums(statement(List.of(), left, AFTER)));
        assertThat(statement(second, left, AFTER)).containsExactlyInAnyOrderElementsOf(second);
    }

    /** Months that were closed on the first night, without what tells whether they are. */
    private static List<Row> closed(List<Row> statement) {
        return statement.stream()
                .filter(row -> row.getDate(0).toLocalDate().isBefore(LocalDate.of(2026, 11, 1)))
                .toList();
    }

    private static boolean isNew(Row row, List<Row> before) {
        return !before.contains(row);
    }

    /** Due by month earned, party and item, whenever it is booked; what came to nothing is left out. */
    private static Map<String, Long> sums(List<Row> statement) {
        Map<String, Long> sums = statement.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getDate(1) + " " + row.getString(2) + " " + row.getString(4) + " "
                                + row.getString(5),
                        TreeMap::new,
                        Collectors.summingLong(row -> row.getLong(row.fieldIndex("amount_fen")))));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private List<Row> statement(List<Row> before, long[] credits, LocalDate date) {
        Definition definition = plan.definition(STATEMENT);
        Map<String, Dataset<Row>> inputs = new HashMap<>();
        definition
                .reads()
                .forEach(name ->
                        inputs.put(name, Lake.empty(spark, plan.catalog().table(name))));
        inputs.put(
                STATEMENT,
                spark.createDataFrame(before, Lake.schema(plan.catalog().table(STATEMENT))));
        inputs.put("dws.sales_credit", credits(credits));
        return Rows.of(spark, definition, new Inputs(STATEMENT, inputs), new Transform.Dates(date, date))
                .collectAsList();
    }

    /** An order a number: roles, guides and days of September and October follow from its place. */
    private Dataset<Row> credits(long[] credits) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < credits.length; i++) {
            rows.add(
                    ("{'order_uid':'o%d','role':'%s','party_kind':'guide','party':'G%d','department':'retail','source':'x',"
                                    + "'sold_by':'private','is_brand_revenue':%b,'paid_date':'%s','credit_fen':%d}")
                            .formatted(
                                    i,
                                    ROLES.get(i % 4),
                                    i % 7,
                                    i % 9 != 0,
                                    LocalDate.of(2026, 9, 1).plusDays(i % 50),
                                    credits[i])
                            .replace('\'', '"'));
        }
        return spark.read()
                .schema(Lake.schema(plan.catalog().table("dws.sales_credit")))
                .json(spark.createDataset(rows, Encoders.STRING()));
    }
}
