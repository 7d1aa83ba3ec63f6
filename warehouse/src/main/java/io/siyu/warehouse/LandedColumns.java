package io.siyu.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns every landed table has beside its business columns; they say where a row came from. */
public final class LandedColumns {
    /** Date of the drop folder the file lay in; the table is cut by it. */
    public static final String DROP_DATE = "_drop_date";
    /** Path of the file below the landing folder. */
    public static final String FILE = "_file";
    /** 1-based number of the record in the file, header and title rows not counted. */
    public static final String ROW_NO = "_row_no";
    /** The record as it stood in the file. */
    public static final String RAW = "_raw";
    /** SHA-256 of the business values, hexadecimal: the same row sent again has the same hash. */
    public static final String ROW_HASH = "_row_hash";
    /** Nominal time of landing: 24:00 Asia/Shanghai of the drop date, never the clock. */
    public static final String INGEST_TS = "_ingest_ts";

    /** Lists only: what a row says of its key from its drop date on, {@link #PRESENT}, {@link #MISSING} or {@link #GONE}. */
    public static final String CHANGE = "_change";
    /** Lists only: drop date of the first list without the key; null when it is there. */
    public static final String ABSENT_FROM = "_absent_from";
    /** Lists only: 1, or more when the list of this drop date was compared again; the greater is the newer. */
    public static final String TAKE = "_take";
    /** The key is in the list with this content, from now on. */
    public static final String PRESENT = "present";
    /** The list lacks the key and is not believed yet; the next list says which. */
    public static final String MISSING = "missing";
    /** The key is in the list no more. */
    public static final String GONE = "gone";

    private static final Set<String> NAMES = Set.of(DROP_DATE, FILE, ROW_NO, RAW, ROW_HASH, INGEST_TS);
    private static final Set<String> OF_LISTS = Set.of(CHANGE, ABSENT_FROM, TAKE);

    private LandedColumns() {}

    static Set<String> names(boolean isList) {
        Set<String> names = new HashSet<>(NAMES);
        names.addAll(isList ? OF_LISTS : Set.of());
        return names;
    }

    /** Names of a landed table's own columns, in contract order: those its feed fills. */
    public static List<String> business(Table table) {
        return table.columnNames().stream()
                .filter(name -> !NAMES.contains(name) && !OF_LISTS.contains(name))
                .toList();
    }

    static List<Column> after(List<Column> business, boolean isList) {
        List<Column> all = new ArrayList<>(business);
        all.add(column(DROP_DATE, "date", "internal", "Date of the drop folder the file lay in."));
        all.add(column(FILE, "string", "internal", "Path of the file below the landing folder."));
        all.add(column(ROW_NO, "bigint", "internal", "1-based number of the record in the file."));
        all.add(column(RAW, "string", "personal", "The record as it stood in the file."));
        all.add(column(ROW_HASH, "string", "internal", "SHA-256 of the business values."));
        all.add(column(INGEST_TS, "timestamp", "internal", "24:00 Asia/Shanghai of the drop date."));
        if (isList) {
            String change = "present: listed with this content from here on; gone: listed no more;"
                    + " missing: not listed, and the next list says whether that is true.";
            all.add(column(CHANGE, "string", true, "internal", change, List.of(PRESENT, MISSING, GONE)));
            all.add(column(
                    ABSENT_FROM, "date", false, "internal", "Drop date of the first list without it.", List.of()));
            all.add(column(
                    TAKE, "int", true, "internal", "Greater when the day's list was compared again.", List.of()));
        }
        return List.copyOf(all);
    }

    private static Column column(String name, String type, String classification, String description) {
        return column(name, type, true, classification, description, List.of());
    }

    private static Column column(
            String name,
            String type,
            boolean required,
            String classification,
            String description,
            List<String> values) {
        return new Column(
                name,
                type,
                required,
                Optional.empty(),
                values,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                classification,
                description);
    }
}
