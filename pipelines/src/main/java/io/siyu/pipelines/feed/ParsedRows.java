package io.siyu.pipelines.feed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_seconds;

import io.siyu.warehouse.LandedColumns;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows a parsed file gives: business values, landed columns, and what kind of row it is. */
final class ParsedRows {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DropFile file;
    private final int width;
    private final long ingestedAt;

    ParsedRows(DropFile file, int width) {
        this.file = file;
        this.width = width;
        this.ingestedAt = file.dropDate().plusDays(1).atStartOfDay(SHANGHAI).toEpochSecond();
    }

    Row landed(@Nullable String[] values, long rowNo, String raw, String hash) {
        return row(values, rowNo, raw, hash, FeedParser.ROW, null);
    }

    Row bad(long rowNo, String raw, String reason) {
        return row(new @Nullable String[width], rowNo, raw, null, FeedParser.BAD, reason);
    }

    Row trailer(Trailer trailer) {
        return row(new @Nullable String[width], null, trailer.json(), null, FeedParser.FILE, trailer.reason());
    }

    private Row row(
            @Nullable String[] values,
            @Nullable Long rowNo,
            String raw,
            @Nullable String hash,
            String kind,
            @Nullable String reason) {
        @Nullable Object[] cells = new @Nullable Object[width + 8];
        System.arraycopy(values, 0, cells, 0, width);
        cells[width] = file.dropDate().toString();
        cells[width + 1] = file.path();
        cells[width + 2] = rowNo;
        cells[width + 3] = raw;
        cells[width + 4] = hash;
        cells[width + 5] = ingestedAt;
        cells[width + 6] = kind;
        cells[width + 7] = reason;
        return RowFactory.create(cells);
    }

    /** The schema of the rows: date as text and time as seconds, which no session setting can bend. */
    static StructType schema(List<String> columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema.add(LandedColumns.DROP_DATE, DataTypes.StringType)
                .add(LandedColumns.FILE, DataTypes.StringType)
                .add(LandedColumns.ROW_NO, DataTypes.LongType)
                .add(LandedColumns.RAW, DataTypes.StringType)
                .add(LandedColumns.ROW_HASH, DataTypes.StringType)
                .add(LandedColumns.INGEST_TS, DataTypes.LongType)
                .add(FeedParser.KIND, DataTypes.StringType)
                .add(FeedParser.REASON, DataTypes.StringType);
    }

    /** The same rows with a date and a timestamp. */
    static Dataset<Row> typed(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            Column column = col("`" + name + "`");
            columns.add(
                    switch (name) {
                        case LandedColumns.DROP_DATE -> column.cast("date").as(name);
                        case LandedColumns.INGEST_TS ->
                            timestamp_seconds(column).as(name);
                        default -> column;
                    });
        }
        return rows.select(columns.toArray(Column[]::new));
    }
}
