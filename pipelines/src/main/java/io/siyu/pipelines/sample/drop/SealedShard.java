package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shard whose rows stand in their final order. */
public final class SealedShard {
    /** The rows of one file. */
    static final class Part {
        private final Export export;
        private final int day;
        private final byte[] bytes;
        private final int length;
        private final int[] places;
        private int start;

        private Part(Export export, int day, byte[] bytes, int length, int[] places) {
            this.export = export;
            this.day = day;
            this.bytes = bytes;
            this.length = length;
            this.places = places;
        }

        Export export() {
            return export;
        }

        int day() {
            return day;
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        int rows() {
            return places.length;
        }

        void startsAt(int rowsBefore) {
            start = rowsBefore;
        }
    }

    /** A defect and the number of its row in the file, from 1; 0 for the whole file. */
    record Found(Export export, int day, int row, Defect defect, String detail) {}

    private final List<Part> parts;
    private final List<Shard.Case> cases;
    private final long[] tally;

    private SealedShard(List<Part> parts, List<Shard.Case> cases, long[] tally) {
        this.parts = parts;
        this.cases = cases;
        this.tally = tally;
    }

    static SealedShard of(Shard shard, int days, boolean packed) {
        List<Part> parts = new ArrayList<>();
        for (Export export : Export.values()) {
            for (int day = 0; day < days; day++) {
                Piece piece = shard.take(export, day);
                if (piece != null) {
                    int[] places = new int[piece.rows()];
                    Bytes rows = piece.arranged(places);
                    boolean gzip = export.isGzip(packed);
                    byte[] bytes = gzip ? Gzip.member(rows.array(), rows.length()) : rows.array();
                    parts.add(new Part(export, day, bytes, gzip ? bytes.length : rows.length(), places));
                }
            }
        }
        return new SealedShard(parts, shard.cases(), shard.tally());
    }

    long[] tally() {
        return tally;
    }

    List<Part> parts() {
        return parts;
    }

    /** Asked for after the parts know where they start. */
    List<Found> found() {
        Map<Integer, Part> bySlot = new HashMap<>();
        for (Part part : parts) {
            bySlot.put(part.export.ordinal() * 10_000 + part.day, part);
        }
        List<Found> found = new ArrayList<>();
        for (Shard.Case c : cases) {
            @Nullable Placed placed = c.placed();
            Part part = bySlot.get(c.export().ordinal() * 10_000 + c.day());
            int row = placed == null || part == null ? 0 : part.start + part.places[placed.row()] + 1;
            found.add(new Found(c.export(), c.day(), row, c.defect(), c.detail()));
        }
        return found;
    }
}
