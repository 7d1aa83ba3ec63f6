package io.siyu.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table's contract: the content of {@code table.yml}, and where its folder is.
 *
 * @param name {@code layer.table}, the one name used everywhere
 * @param grain columns that identify a row
 * @param partition column that the table is cut by on disk and rewritten by; absent for tables rewritten whole
 * @param inline whether its rows are never stored: who reads it runs its SQL
 * @param newest columns whose greatest tuple wins when a key is seen again; given only for merged tables
 * @param first columns that stay as they first were while those of {@code firstWhile} do not change from row to row of a key;
 *     given only for merged tables
 * @param firstWhile what must not change for that
 * @param dates date columns whose values in changed rows re-open these dates in tables that read this one
 * @param quiet columns that no reader follows: where nothing else of a row changes, it re-opens no date
 * @param asKnown columns that hold what the night knew that wrote the row: what it learned later is no reason to write them anew
 * @param lateDays how many dates before the business date a late row may still re-open
 * @param keepDays how many dates of the partition are kept, the business date among them; 0 keeps all
 * @param minRows fewest rows a healthy build has
 * @param transform instead of {@code rows.sql}: the Java class that makes the rows, {@code engine} for the engine's own, or the
 *     texts of the house that have them, {@code identity.yml} or {@code tags}; {@code night_before} for the rows that the table it
 *     reads had then
 * @param reads tables the Java class reads; SQL says so itself
 * @param params constants named in the SQL as {@code :name}
 * @param folder the table's folder
 * @param contractFile its {@code table.yml}: the folder's own, or that of the table it replaces
 */
public record Table(
        String name,
        String description,
        List<String> grain,
        String owner,
        Optional<String> partition,
        boolean inline,
        List<String> newest,
        List<String> first,
        List<String> firstWhile,
        List<String> dates,
        List<String> quiet,
        List<String> asKnown,
        int lateDays,
        int keepDays,
        long minRows,
        Optional<String> transform,
        List<String> reads,
        Map<String, Object> params,
        List<Column> columns,
        Path folder,
        Path contractFile) {

    /** The tombstones of people who were erased: known before anything else lands. */
    public static final String TOMBSTONES = "ods.id_erasure";

    private static final String ENGINE = "engine";
    private static final String NIGHT_BEFORE = "night_before";

    /** How a step's rows get into the table; it follows from the contract, and only {@code write: inline} is said. */
    public enum Write {
        /** Landed files are added once and never changed. */
        APPEND,
        /** Rows replace the row with the same grain when they are newer. */
        MERGE,
        /** Rows of the re-opened partitions are replaced. */
        OVERWRITE,
        /** All rows are replaced. */
        REPLACE,
        /** Nothing is stored: the SQL runs within the SQL that reads it, over the inputs of that step. */
        INLINE
    }

    /** The same contract with further columns behind its own. */
    Table with(List<Column> further) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(further);
        return new Table(
                name,
                description,
                grain,
                owner,
                partition,
                inline,
                newest,
                first,
                firstWhile,
                dates,
                quiet,
                asKnown,
                lateDays,
                keepDays,
                minRows,
                transform,
                reads,
                params,
                List.copyOf(all),
                folder,
                contractFile);
    }

    public Layer layer() {
        return Layer.of(name.substring(0, name.indexOf('.'))).orElseThrow();
    }

    /** The name within its layer: {@code order_line}. */
    public String simpleName() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Whether the engine itself writes this table ({@code transform: engine}): it is no step of the plan. */
    public boolean isKeptByEngine() {
        return transform.filter(ENGINE::equals).isPresent();
    }

    /** Whether it is the table it reads, as the night before left it. */
    public boolean isNightBefore() {
        return transform.filter(NIGHT_BEFORE::equals).isPresent();
    }

    /** Whether there is a table to build, publish and judge; an inline one exists only within its readers. */
    public boolean isStored() {
        return !inline;
    }

    public Write write() {
        if (inline) {
            return Write.INLINE;
        }
        if (layer() == Layer.ODS || isKeptByEngine()) {
            return Write.APPEND;
        }
        if (!newest.isEmpty()) {
            return Write.MERGE;
        }
        return partition.isPresent() ? Write.OVERWRITE : Write.REPLACE;
    }

    /** Whether its partition is a date. */
    public boolean isCutByDate() {
        return partition.flatMap(this::column).map(c -> c.type().equals("date")).orElse(false);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Spark DDL of the columns, comments included, in contract order. */
    public String ddl() {
        return columns.stream()
                .map(c -> "`" + c.name() + "` " + c.type() + (c.required() ? " not null" : "") + " comment '"
                        + c.description().replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
    }

    public Path sqlFile() {
        return folder.resolve("rows.sql");
    }

    public Path feedFile() {
        return folder.resolve("feed.yml");
    }

    public Path casesFolder() {
        return folder.resolve("cases");
    }
}
