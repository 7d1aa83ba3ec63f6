package io.siyu.warehouse;

import java.util.ArrayList;
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

    static final Set<String> NAMES = Set.of(DROP_DATE, FILE, ROW_NO, RAW, ROW_HASH, INGEST_TS);

    private LandedColumns() {}

    /** Names of a landed table's own columns, in contract order: those its feed fills. */
    public static List<String> business(Table table) {
        return table.columnNames().stream()
                .filter(name -> !NAMES.contains(name))
                .toList();
    }

    static List<Column> after(List<Column> business) {
        List<Column> all = new ArrayList<>(business);
        all.add(column(DROP_DATE, "date", "internal", "Date of the drop folder the file lay in."));
        all.add(column(FILE, "string", "internal", "Path of the file below the landing folder."));
        all.add(column(ROW_NO, "bigint", "internal", "1-based number of the record in the file."));
        all.add(column(RAW, "string", "personal", "The record as it stood in the file."));
        all.add(column(ROW_HASH, "string", "internal", "SHA-256 of the business values."));
        all.add(column(INGEST_TS, "timestamp", "internal", "24:00 Asia/Shanghai of the drop date."));
        return List.copyOf(all);
    }

    private static Column column(String name, String type, String classification, String description) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                classification,
                description);
    }
}
