package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.erase.PersonKeys;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.feed.ErasedRows;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Changes;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Carries out requests to be forgotten, behind the landing of their tombstones and before anything else lands: landed rows lose
 * their person, tables that keep their own past lose the customer, and what is made of either is made anew by the same night. The
 * log has what each table held before the first row changes, and says that a request is carried out after the last has.
 */
public final class Erasure {
    private final SparkSession spark;
    private final Lake lake;
    private final Plan plan;
    private final IdModel kinds;

    /** @param kinds of identifiers, by which rows are known */
    public Erasure(SparkSession spark, Lake lake, Plan plan, IdModel kinds) {
        this.spark = spark;
        this.lake = lake;
        this.plan = plan;
        this.kinds = kinds;
    }

    /**
     * Carries out what no run has yet.
     *
     * @param landed what the landing of tombstones came to
     */
    public Outcome run(Outcome landed, Run run) {
        SparkSession session = spark.newSession();
        ErasureLog log = new ErasureLog(session, lake);
        Set<String> requests = new TreeSet<>(Tombstones.read(session, lake).ids());
        requests.removeAll(log.done());
        if (requests.isEmpty()) {
            return landed;
        }
        Tombstones tombstones = Tombstones.read(session, lake, requests);
        Holdings holdings = new Holdings(session, lake, plan, kinds, tombstones);
        List<Holdings.Held> held = holdings.all();
        log.counted(held, run);
        Set<String> tables = held.stream().map(Holdings.Held::table).collect(Collectors.toCollection(TreeSet::new));
        tables.forEach(name -> erase(plan.catalog().table(name), holdings, run));
        log.carriedOut(requests, run);
        String told = requests.size() + (requests.size() == 1 ? " request" : " requests") + " to be forgotten in "
                + tables.size() + " tables";
        return new Outcome("written", landed.rows(), landed.rules().isEmpty() ? told : landed.rules() + ", " + told);
    }

    private void erase(Table table, Holdings holdings, Run run) {
        Lake.Version now = lake.current(holdings.spark(), table.name()).orElseThrow();
        Writer writer = new Writer(holdings.spark(), lake);
        if (Holdings.isLanded(table)) {
            Dataset<Row> rows = holdings.landed(table, now.number());
            SortedSet<String> dates = new TreeSet<>();
            rows.where(col(ErasedRows.EFFECT).isNotNull())
                    .select(col(LandedColumns.DROP_DATE).cast("string"))
                    .distinct()
                    .collectAsList()
                    .forEach(row -> dates.add(row.getString(0)));
            if (!dates.isEmpty()) {
                Dataset<Row> kept = kept(rows).where(Writer.condition(table, dates));
                writer.overwrite(table, kept, dates, note(run, Optional.empty(), null));
            }
        } else if (table.name().equals(Holdings.QUARANTINE)) {
            writer.replace(table, kept(holdings.quarantined(now.number())), note(run, now.note(), new TreeSet<>()));
        } else if (holdings.keepsItsPast(table)) {
            past(table, holdings, now, run);
        }
    }

    /** Takes a customer out of the rows of earlier nights; what tonight makes anew is told which dates changed. */
    private void past(Table table, Holdings holdings, Lake.Version now, Run run) {
        Dataset<Row> before = lake.whole(holdings.spark(), table.name(), now.number());
        Dataset<Row> after = new PersonKeys(table, kinds)
                .markedByCustomers(before, holdings.tombstones())
                .where(col(PersonKeys.TOMBSTONE).isNull())
                .drop(PersonKeys.TOMBSTONE);
        Changes changes = Changes.between(before, after, table);
        if (!changes.any()) {
            return;
        }
        CommitNote note = note(run, now.note(), changes.dates());
        Writer writer = new Writer(holdings.spark(), lake);
        if (table.partition().isPresent()) {
            Dataset<Row> kept = after.where(Writer.condition(table, changes.partitions()));
            writer.overwrite(table, kept, changes.partitions(), note);
        } else {
            writer.replace(table, after, note);
        }
    }

    private static Dataset<Row> kept(Dataset<Row> rows) {
        return rows.where(col(ErasedRows.EFFECT)
                        .isNull()
                        .or(col(ErasedRows.EFFECT).notEqual(ErasedRows.REMOVED)))
                .drop(ErasedRows.EFFECT, ErasedRows.REQUEST);
    }

    /**
     * The note of a commit that takes people out of a table: for the rest it says what the table's last one said.
     *
     * @param dates that changed rows touch; null so that who reads it is built anew
     */
    private static CommitNote note(Run run, Optional<CommitNote> last, @Nullable SortedSet<String> dates) {
        return new CommitNote(
                run.id(),
                Tombstones.TABLE,
                last.map(CommitNote::date).orElse(run.date().toString()),
                run.jar(),
                last.map(CommitNote::definition).orElse(""),
                last.map(CommitNote::inputs).orElseGet(TreeMap::new),
                dates,
                last.map(CommitNote::rows).orElse(0L),
                "people who were erased taken out");
    }
}
