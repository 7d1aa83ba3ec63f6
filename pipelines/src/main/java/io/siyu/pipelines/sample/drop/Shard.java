package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of some people for all files of the world, kept in memory until the shards before it are written. Rows of days
 * outside the window have no file and are left out. Not for two threads.
 */
public final class Shard {
    /** A case of a defect; {@code placed} is null when the whole file of {@code day} is meant. */
    record Case(Export export, int day, @Nullable Placed placed, Defect defect, String detail) {}

    /** How many things can be counted. */
    public static final int TALLIES = 256;

    private final int days;
    private final @Nullable Piece[] pieces;
    private final List<Case> cases = new ArrayList<>();
    private final Json json = new Json();
    private final Csv csv;
    private final long[] tally = new long[TALLIES];

    public Shard(int days, FileShape shape) {
        this.days = days;
        this.pieces = new Piece[Export.values().length * days];
        this.csv = new Csv(shape);
    }

    /** The writer of this shard's JSON lines. */
    public Json json() {
        return json;
    }

    public int days() {
        return days;
    }

    /** Adds a JSON line as {@link #json} holds it; {@code at}, in seconds or milliseconds, orders the rows. */
    public @Nullable Placed line(Export export, int day, long at) {
        return add(export, day, at, json.array(), json.length());
    }

    /** Adds a line that is none: the first {@code share} of the JSON line. */
    public @Nullable Placed cutLine(Export export, int day, long at, double share) {
        byte[] bytes = json.cut(share);
        return add(export, day, at, bytes, bytes.length);
    }

    /** Adds a csv row; cells stand in the export's usual order. */
    public @Nullable Placed row(Export export, int day, long at, @Nullable String... cells) {
        if (day < 0 || day >= days) {
            return null;
        }
        byte[] bytes = csv.row(export, day, cells);
        return add(export, day, at, bytes, bytes.length);
    }

    /** A csv row as bytes, for rows that come again. */
    public byte[] bytes(Export export, int day, @Nullable String... cells) {
        return csv.row(export, day, cells);
    }

    /** The JSON line as bytes, for lines that come again. */
    public byte[] lineBytes() {
        return Arrays.copyOf(json.array(), json.length());
    }

    /** Adds a row that was made before. */
    public @Nullable Placed again(Export export, int day, long at, byte[] row) {
        return add(export, day, at, row, row.length);
    }

    /** Counts something that is added up over all shards. */
    public void count(int what, long by) {
        tally[what] += by;
    }

    /** Adds a row of truth. */
    public void truth(Export export, @Nullable String... cells) {
        row(export, 0, 0, cells);
    }

    /** Notes what is wrong with a row; nothing when the row has no file. */
    public void note(@Nullable Placed placed, Defect defect, String detail) {
        if (placed != null) {
            cases.add(new Case(placed.export(), placed.day(), placed, defect, detail));
        }
    }

    /** Notes what is wrong with a whole file: row 0. */
    public void noteFile(Export export, int day, Defect defect, String detail) {
        cases.add(new Case(export, day, null, defect, detail));
    }

    private @Nullable Placed add(Export export, int day, long at, byte[] bytes, int length) {
        if (day < 0 || day >= days) {
            return null;
        }
        int slot = export.ordinal() * days + day;
        Piece piece = pieces[slot];
        if (piece == null) {
            piece = new Piece();
            pieces[slot] = piece;
        }
        return new Placed(export, day, piece.add(Math.max(0, at + (1L << 36)), bytes, length));
    }

    @Nullable
    Piece take(Export export, int day) {
        Piece piece = pieces[export.ordinal() * days + day];
        pieces[export.ordinal() * days + day] = null;
        return piece;
    }

    long[] tally() {
        return tally;
    }

    List<Case> cases() {
        return cases;
    }
}
