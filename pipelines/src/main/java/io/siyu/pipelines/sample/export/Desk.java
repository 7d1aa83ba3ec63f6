package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.drop.Shard;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are handed in. On the way some JSON lines come days late, twice or broken, each noted.
 *
 * @param shard what the rows go into
 */
public record Desk(Stage stage, Shard shard) {
    private static final double LATE = 0.02;
    private static final double VERY_LATE = 0.002;
    private static final double TWICE = 0.005;
    private static final double BROKEN = 0.0005;

    public Json json() {
        return shard.json();
    }

    public String time(long at) {
        return stage.dates().time(at);
    }

    /** The day's drop folder that holds what happens on {@code day}: the first for all of history. */
    public static int drop(int day) {
        return Math.max(0, day);
    }

    /**
     * Hands in the JSON line of the moment.
     *
     * @param day when the line should come
     * @param key what the line is about, told with each of its defects
     * @return null for a line that is broken or not of the window; one that would come late after it comes in time
     */
    public @Nullable Placed line(Export export, int day, long at, String key, Draw draw) {
        double u = draw.unit();
        int due = day;
        if (day > 0 && u < LATE + VERY_LATE) {
            int late = u < LATE ? draw.between(1, 3) : draw.between(4, 30);
            due += day + late < shard.days() ? late : 0;
        }
        if (draw.chance(BROKEN)) {
            shard.note(shard.cutLine(export, due, at, 0.3 + 0.6 * draw.unit()), Defect.INVALID_JSON, key);
            return null;
        }
        Placed placed = shard.line(export, due, at);
        if (due > day) {
            shard.note(
                    placed,
                    u < LATE ? Defect.LATE_ROW : Defect.VERY_LATE_ROW,
                    key + " due " + stage.dates().date(day));
        }
        if (draw.chance(TWICE)) {
            shard.note(shard.line(export, due, at), Defect.EXACT_DUPLICATE, key);
        }
        return placed;
    }

    public void note(@Nullable Placed placed, Defect defect, String detail) {
        shard.note(placed, defect, detail);
    }

    /** Fen as yuan with two digits: {@code 298.00}. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Fen as yuan with thousands separators: {@code 1,298.00}. */
    public static String grouped(long fen) {
        String text = yuan(fen);
        StringBuilder out = new StringBuilder(text);
        for (int i = text.length() - 6; i > (fen < 0 ? 1 : 0); i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }

    /** An id as a spreadsheet leaves it: {@code 4.41700E+18}. */
    public static String rounded(String id) {
        return id.charAt(0) + "." + id.substring(1, 6) + "E+" + (id.length() - 1);
    }
}
