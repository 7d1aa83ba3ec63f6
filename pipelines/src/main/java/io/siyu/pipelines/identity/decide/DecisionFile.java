package io.siyu.pipelines.identity.decide;

import io.siyu.pipelines.feed.Landing;
import io.siyu.pipelines.serve.RowText;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Files of decisions: what people write, and the drop file of {@code ods.id_decision} made of it. */
public final class DecisionFile {
    private static final List<String> MAY_MISS = List.of("reason");

    private DecisionFile() {}

    /**
     * The decisions in a file's rows, in their order.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when a column is missing
     */
    public static List<Decision> read(Dataset<Row> rows, Path file) {
        List<String> columns = Arrays.asList(rows.columns());
        for (String column : Decision.COLUMNS) {
            if (!columns.contains(column) && !MAY_MISS.contains(column)) {
                throw Problems.invalid(
                        "decisions",
                        Words.path(file),
                        "no column '" + column + "'" + Words.didYouMean(column, columns),
                        "columns " + Words.list(Decision.COLUMNS));
            }
        }
        List<Decision> decisions = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            List<String> cells = Decision.COLUMNS.stream()
                    .map(column -> columns.contains(column) ? cell(row, column) : "")
                    .toList();
            decisions.add(new Decision(
                    decisions.size() + 1, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
        }
        return decisions;
    }

    /** Writes decisions into the drop folder of a date; the same ones again are the same file. */
    public static Path drop(List<Decision> decisions, Path landing, LocalDate date) {
        StringBuilder text = new StringBuilder(
                RowText.csv(List.of("left_id", "right_id", "decision", "decided_by", "reason", "decided_on")));
        for (Decision d : decisions) {
            text.append(
                    RowText.csv(Arrays.asList(d.left(), d.right(), d.decision(), d.by(), d.reason(), date.toString())));
        }
        return new Landing(landing).control(date, "id_decision", text.toString());
    }

    private static String cell(Row row, String column) {
        int place = row.fieldIndex(column);
        return row.isNullAt(place) ? "" : row.getString(place).strip();
    }
}
