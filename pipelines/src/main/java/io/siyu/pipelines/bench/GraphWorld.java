package io.siyu.pipelines.bench;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Graphs of identifiers for measurements. A person has five identifiers, each tied to each other by ten edges, and five more
 * rows say some of them again. Of a hundred persons one also has the phone of the next; of member ids a cluster has one.
 */
final class GraphWorld {
    /** The day on which nothing is newer. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final int EDGES = 15;
    private static final String KEYS =
            "array('member_id|crm|', 'unionid|wx|', 'phone|cn|', 'openid_mp|app|', 'tb_ouid|shop|')";
    private static final String LEFT = "array(1, 1, 1, 1, 2, 2, 2, 3, 3, 1)";
    private static final String RIGHT = "array(2, 3, 4, 5, 3, 4, 5, 4, 5, 3)";

    private final SparkSession spark;

    GraphWorld(SparkSession spark) {
        this.spark = spark;
    }

    /** Edges of the persons {@code from} up to {@code to}, that one left out. */
    Dataset<Row> edges(long from, long to) {
        return edges(spark.range(from * EDGES, to * EDGES)
                .selectExpr(
                        "id div " + EDGES + " as person",
                        "int(id % " + EDGES + ") as k",
                        "if(id % " + EDGES + " = 14 and id div " + EDGES + " % 100 = 0, 1, 0) as step"));
    }

    /** What a night adds: persons that are new, and a phone shared with the next by one of 150 of the old. */
    Dataset<Row> added(long persons) {
        Dataset<Row> shared = spark.range(50, persons - 1, 150).selectExpr("id as person", "14 as k", "1 as step");
        return edges(shared).union(edges(persons, persons + persons / 150));
    }

    /** What a night takes away of {@code edges}: all that ties the union ids of one of 150 persons. */
    static Column lost() {
        return expr("(left like 'unionid%' or right like 'unionid%') and person % 150 = 0");
    }

    private static Dataset<Row> edges(Dataset<Row> rows) {
        return rows.select(
                expr("person"),
                key("element_at(" + LEFT + ", k % 10 + 1)", "person").as("left"),
                key("element_at(" + RIGHT + ", k % 10 + 1)", "person + step").as("right"),
                expr("if(element_at(" + RIGHT + ", k % 10 + 1) = 3, 'M', 'S')").as("strength"),
                expr("k % 3 + 1").as("priority"),
                expr("date_sub(date'2026-11-20', int(person % 400))").as("seen"),
                expr("concat('row ', person, '.', k)").as("evidence"));
    }

    /** Nodes of the persons up to {@code persons}, that one left out. */
    Dataset<Row> nodes(long persons) {
        return spark.range(persons * 5)
                .select(
                        key("int(id % 5) + 1", "id div 5").as("node"),
                        expr("if(id % 5 = 0, 'member_id|crm', null)").as("limit_key"),
                        expr("if(id % 5 = 0, 1, null)").as("limit_count"),
                        expr("date_sub(date'2026-11-20', int(id div 5 % 400))").as("first_seen"));
    }

    /** A chain in the order of its keys. */
    Dataset<Row> chain(long nodes) {
        return spark.range(1, nodes)
                .selectExpr(
                        "concat('chain|x|', lpad(id - 1, 10, '0')) as left",
                        "concat('chain|x|', lpad(id, 10, '0')) as right");
    }

    /** Members, each with a union id; all share a blank remark, and a tenth of them one phone. */
    Dataset<Row> skewed(long members) {
        return tie(members, "concat('unionid|wx|', id)", "S")
                .union(tie(members / 10, "'phone|cn|shared'", "M"))
                .union(tie(members, "'remark|corp|'", "M"));
    }

    private Dataset<Row> tie(long members, String value, String strength) {
        return spark.range(members)
                .selectExpr(
                        "concat('member_id|crm|', id) as left",
                        value + " as right",
                        "'" + strength + "' as strength",
                        "1 as priority",
                        "date'2026-11-20' as seen",
                        "concat('row ', id) as evidence");
    }

    private static Column key(String kind, String person) {
        return expr("concat(element_at(" + KEYS + ", " + kind + "), " + person + ")");
    }
}
