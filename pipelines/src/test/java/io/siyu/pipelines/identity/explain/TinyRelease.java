package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.privacy.CaseTokens;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a release of one night would hold of a few landed rows, in memory: the tables on the way to customers are made by the
 * shipped texts, all others have no rows.
 */
final class TinyRelease {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final List<String> MADE = List.of(
            "vault.phone",
            "dwd.id_sighting",
            "dwd.id_edge",
            "dim.id_bad_value",
            "dim.identity_span",
            "dim.identity_event");
    private static final String OPEN = "o1234567890abcdefghijklmnop";

    /** M1 and M2 have one phone; M3 gave one up that M4 has now; M5 and M6 have a clerk's; a till knows M3's new one. */
    private static final Map<String, List<String>> LANDED = Map.of(
            "ods.member",
            List.of(
                    member(
                            "M00001",
                            "2026-11-10",
                            1,
                            "'phone':'13911110001','card_no':'C00001','unionid':'" + OPEN + "1'"),
                    member("M00002", "2026-11-10", 2, "'phone':'139-1111-0001'"),
                    member("M00003", "2026-11-10", 3, "'phone':'13911110003'"),
                    member("M00003", "2026-11-15", 1, "'phone':'13911110004'"),
                    member("M00004", "2026-11-16", 1, "'phone':'13911110003'"),
                    member("M00005", "2026-11-10", 4, "'phone':'13911110009'"),
                    member("M00006", "2026-11-10", 5, "'phone':'13911110009'"),
                    member("M00007", "2026-11-10", 6, "'unionid':'" + OPEN + "7'")),
            "ods.pos_ticket",
            List.of(ticket("2026111700001", 9, "80001", "13911110004")),
            "dim.staff",
            List.of(CaseTokens.written(json("{'staff_no':'G001','phone':'<phone 13911110009>'}"))));

    final Plan plan;
    final IdModel model;
    final Published published;
    private final SparkSession spark = TestSpark.session();
    private final Map<String, Dataset<Row>> rows = new TreeMap<>();

    /**
     * Another till knows a phone that nobody else has; the night joined it to M7, and was not sure of M4. A mall knows a buyer
     * by the phone of M1 and M2, and by nothing else.
     */
    static final Map<String, List<String>> LIKELY = Map.of(
            "ods.weimob_member",
            List.of(json("{'wid':'77','bos_id':'402','phone':'13911110001','joined_at':'2026-11-18T10:00:00+08:00',"
                    + "'update_time':'1795000000000','_drop_date':'2026-11-18','_file':'2026-11-18/weimob/member.jsonl',"
                    + "'_row_no':1}")),
            "ods.pos_ticket",
            List.of(ticket("2026111700002", 10, "80002", "13911110055")),
            "dim.link_review",
            List.of(
                    json(
                            "{'left_node':'member_id|crm|M00007','right_node':'member_id|pospal:S1|80002','status':'linked',"
                                    + "'evidence':'phone: six digits fit +13.1; surname: same +10.2; prior -13.3'}"),
                    json("{'left_node':'member_id|crm|M00004','right_node':'member_id|pospal:S1|80002','status':'grey',"
                            + "'evidence':'phone: three digits fit +6.1; surname: same +6.2; prior -13.3',"
                            + "'reason':'likely, but not likely enough'}")));

    private final Map<String, List<String>> more;

    TinyRelease() {
        this(Map.of());
    }

    /** @param more rows beside those of all */
    TinyRelease(Map<String, List<String>> more) {
        this.more = more;
        Catalog catalog = Catalog.load(new House(List.of(Path.of("..", "warehouse"))));
        plan = Plan.of(spark, catalog);
        model = IdModel.read(catalog.house());
        MADE.forEach(name -> rows.put(name, made(plan.definition(name))));
        published = new Published(spark, plan, this::rows, "Release R20261120.1, as of " + DATE, DATE);
    }

    Plan with(String setting) {
        return Plan.of(spark, plan.catalog(), model.with(setting));
    }

    private Dataset<Row> rows(String name) {
        Dataset<Row> known = rows.get(name);
        return known != null ? known : landed(plan.catalog().table(name));
    }

    private Dataset<Row> landed(Table table) {
        return spark.read()
                .schema(Lake.schema(table).asNullable())
                .option("mode", "FAILFAST")
                .option("timestampFormat", "yyyy-MM-dd HH:mm:ss")
                .json(spark.createDataset(
                        Stream.of(LANDED, more)
                                .flatMap(rows -> rows.getOrDefault(table.name(), List.of()).stream())
                                .toList(),
                        Encoders.STRING()));
    }

    private Dataset<Row> made(Definition definition) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition.reads().forEach(name -> inputs.put(name, rows(name)));
        Transform.Dates dates = new Transform.Dates(DATE, LocalDate.EPOCH);
        Dataset<Row> made = Rows.of(spark, definition, new Inputs(definition.name(), inputs), dates);
        return spark.createDataFrame(made.collectAsList(), made.schema());
    }

    private static String member(String id, String day, int row, String cells) {
        return json(
                "{'_drop_date':'" + day + "','_ingest_ts':'2026-11-21 00:00:00','_change':'present','_take':1,'_file':'"
                        + day + "/master/member.csv','_row_no':" + row + ",'_raw':'" + id + ",...','member_id':'" + id
                        + "','registered_at':'2024-03-01 09:00:00'," + cells + "}");
    }

    private static String ticket(String sn, int row, String uid, String phone) {
        return json(
                "{'_drop_date':'2026-11-17','_ingest_ts':'2026-11-18 00:00:00','_file':'2026-11-17/pos/S1.json','_row_no':"
                        + row + ",'_raw':'sn " + sn + " of " + phone + "','store_code':'S1','sn':'" + sn
                        + "','sold_at':'2026-11-17 12:00:00','customer_uid':'" + uid + "','phone':'" + phone + "'}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
