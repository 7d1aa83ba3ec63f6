package io.siyu.pipelines.value.report;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.siyu.pipelines.value.Prediction;
import io.siyu.pipelines.value.Valuation;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row per customer: his history in weeks, and what is expected of him; beside it what he did, when that is known. */
public final class PredictionFile {
    private static final List<String> COLUMNS = List.of(
            "customer",
            "first_date",
            "repeat_orders",
            "recency_weeks",
            "age_weeks",
            "mean_spend",
            "p_alive",
            "expected_orders",
            "orders_low_80",
            "orders_high_80",
            "expected_spend_per_order",
            "expected_spend");

    private PredictionFile() {}

    /** Writes over what was there. */
    public static void write(Valuation valuation, boolean heldOut, Path file) {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        try (Writer out = Files.newBufferedWriter(file)) {
            CsvWriter csv = new CsvWriter(out, settings);
            List<String> columns = new ArrayList<>(COLUMNS);
            if (heldOut) {
                columns.addAll(List.of("actual_orders", "actual_spend"));
            }
            csv.writeHeaders(columns);
            for (Prediction one : valuation.predictions()) {
                csv.writeRow(row(one, heldOut));
            }
            csv.flush();
        } catch (IOException e) {
            throw Problems.failed("write " + Words.path(file), String.valueOf(e), "Free the place and run again", e);
        }
    }

    private static List<String> row(Prediction one, boolean heldOut) {
        List<String> row = new ArrayList<>(List.of(
                one.person().id(),
                one.person().first().toString(),
                Integer.toString(one.person().history().x()),
                number(one.person().history().recency(), 4),
                number(one.person().history().age(), 4),
                number(one.person().mean(), 4),
                Double.isNaN(one.alive()) ? "" : number(one.alive(), 6),
                number(one.orders(), 6),
                Integer.toString(one.low()),
                Integer.toString(one.high()),
                number(one.perOrder(), 4),
                number(one.spend(), 4)));
        if (heldOut) {
            row.add(Integer.toString(one.person().later()));
            row.add(number(one.person().laterSpend(), 2));
        }
        return row;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
