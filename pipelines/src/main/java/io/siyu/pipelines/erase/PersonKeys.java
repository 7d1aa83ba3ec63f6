package io.siyu.pipelines.erase;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** By which columns a table beyond what landed names people: as customers, as nodes, or by kind, namespace and value. */
public final class PersonKeys {
    /** The tombstone that a row is hit by; null when it names nobody who was erased. */
    public static final String TOMBSTONE = "_tombstone";

    private static final Set<String> CUSTOMERS = Set.of("oneid", "other_oneid");
    private static final Set<String> NODES =
            Set.of("node", "left_node", "right_node", "cluster", "left", "right", "tie_left", "tie_right");
    private static final String OWNED_SINCE = "@[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private final List<Column> ofCustomers = new ArrayList<>();
    private final List<Column> ofFacts = new ArrayList<>();

    /** Those of a table; what its contract says that columns identify counts too. */
    public PersonKeys(Table table, IdModel kinds) {
        for (io.siyu.warehouse.Column column : table.columns()) {
            if (CUSTOMERS.contains(column.name())) {
                ofCustomers.add(concat(lit(Tombstones.customer("")), col(column.name())));
            } else if (NODES.contains(column.name())) {
                ofCustomers.add(regexp_replace(col(column.name()), OWNED_SINCE, ""));
            }
            IdPlace.of(table, column, column.identifies(), kinds)
                    .forEach(place ->
                            ofFacts.add(concat(lit(place.kind() + "|" + place.space() + "|"), col(column.name()))));
        }
        if (table.columnNames().containsAll(List.of("id_type", "id_namespace", "id_value"))) {
            Object[] shared = kinds.types().stream()
                    .filter(IdType::isShared)
                    .map(IdType::id)
                    .toArray();
            Column space = when(col("id_type").isin(shared), "*").otherwise(col("id_namespace"));
            ofFacts.add(when(col("id_value").isNotNull(), concat_ws("|", col("id_type"), space, col("id_value"))));
        }
    }

    /** Whether rows name customers or nodes, and so belong to who was erased as a whole. */
    public boolean namesCustomers() {
        return !ofCustomers.isEmpty();
    }

    /** Whether rows name anybody. */
    public boolean any() {
        return namesCustomers() || !ofFacts.isEmpty();
    }

    /** Rows with {@link #TOMBSTONE}: by customers and nodes, then by facts. */
    public Dataset<Row> marked(Dataset<Row> rows, Tombstones tombstones) {
        List<Column> all = new ArrayList<>(ofCustomers);
        all.addAll(ofFacts);
        return marked(rows, all, tombstones);
    }

    /** Rows with {@link #TOMBSTONE} by customers and nodes alone. */
    public Dataset<Row> markedByCustomers(Dataset<Row> rows, Tombstones tombstones) {
        return marked(rows, ofCustomers, tombstones);
    }

    private static Dataset<Row> marked(Dataset<Row> rows, List<Column> keys, Tombstones tombstones) {
        TokenFunction.in(rows.sparkSession());
        Object[] set = tombstones.requests().keySet().toArray();
        List<Column> hits = new ArrayList<>(List.of(lit(null).cast("string")));
        for (Column key : keys) {
            Column token = call_udf(TokenFunction.NAME, lit(Tombstones.KIND), key);
            hits.add(when(token.isin(set), token));
        }
        return rows.withColumn(TOMBSTONE, coalesce(hits.toArray(Column[]::new)));
    }
}
