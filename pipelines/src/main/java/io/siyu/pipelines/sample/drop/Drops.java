package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/**
 * The files, growing shard by shard. Shards are appended in one fixed order, each piece in one write: no file stays open
 * but that of the defects.
 */
public final class Drops implements AutoCloseable {
    private final Path out;
    private final Path truth;
    private final Dates dates;
    private final int days;
    private final boolean packed;
    private final FileShape shape;
    private final Csv csv;
    private final int[] rows;
    private final OutputStream defects;
    private final long[] tally = new long[Shard.TALLIES];
    private long total;

    public Drops(Path out, Path truth, Dates dates, int days, boolean packed, FileShape shape) throws IOException {
        this.out = out;
        this.truth = truth;
        this.dates = dates;
        this.days = days;
        this.packed = packed;
        this.shape = shape;
        this.csv = new Csv(shape);
        this.rows = new int[Export.values().length * days];
        Files.createDirectories(truth);
        this.defects = new BufferedOutputStream(Files.newOutputStream(file(Export.TRUTH_DEFECT, 0)), 1 << 16);
        defects.write(csv.header(Export.TRUTH_DEFECT, 0));
    }

    /** A shard ready to be appended: sorted and, where its file is gzip, packed. May be prepared by any thread. */
    public SealedShard seal(Shard shard) {
        return SealedShard.of(shard, days, packed);
    }

    /** Appends what a shard holds and notes its defects with their rows' final numbers. */
    public void append(SealedShard shard) throws IOException {
        for (SealedShard.Part part : shard.parts()) {
            if (shape.delivery(part.export(), part.day()) == Delivery.MISSING) {
                continue;
            }
            Path file = file(part.export(), part.day());
            int slot = slot(part.export(), part.day());
            try (OutputStream to = open(file, part.export(), part.day(), rows[slot] == 0)) {
                to.write(part.bytes(), 0, part.length());
            }
            part.startsAt(rows[slot]);
            rows[slot] += part.rows();
            total += part.export().isTruth() ? 0 : part.rows();
        }
        for (int i = 0; i < tally.length; i++) {
            tally[i] += shard.tally()[i];
        }
        for (SealedShard.Found found : shard.found()) {
            Export export = found.export();
            if (found.row() > 0 && shape.delivery(export, found.day()) == Delivery.MISSING) {
                continue;
            }
            defects.write(csv.row(
                    Export.TRUTH_DEFECT,
                    0,
                    name(export, found.day()),
                    Integer.toString(found.row()),
                    export.name().toLowerCase(Locale.ROOT),
                    found.defect().text(),
                    found.defect().action().text(),
                    found.detail()));
        }
    }

    private OutputStream open(Path file, Export export, int day, boolean fresh) throws IOException {
        if (!fresh) {
            return Files.newOutputStream(file, StandardOpenOption.APPEND);
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        OutputStream to = Files.newOutputStream(file);
        if (export.isCsv()) {
            byte[] header = csv.header(export, day);
            to.write(export.isGzip(packed) ? Gzip.member(header, header.length) : header);
        }
        return to;
    }

    /** Gives exports that are made every night a file with nothing but a header where they have no rows. */
    public void headOnly(Export export) throws IOException {
        for (int day = 0; day < days; day++) {
            if (rows[slot(export, day)] == 0 && shape.delivery(export, day) != Delivery.MISSING) {
                open(file(export, day), export, day, true).close();
            }
        }
    }

    /** Where a file lies below the folder of drops, such as {@code 2026-11-20/pos/ticket_20261120.jsonl}. */
    public String name(Export export, int day) {
        if (export.isTruth()) {
            return export.path();
        }
        Delivery delivery = shape.delivery(export, day);
        boolean later = delivery == Delivery.LATE || delivery == Delivery.EMPTY;
        String path = path(export, day);
        return dates.date(later ? day + 1 : day) + "/" + (delivery == Delivery.EMPTY ? again(path) : path);
    }

    private String path(Export export, int day) {
        return export.path(dates.digits(day - 1), dates.digits(day), dates.digits(day + 1))
                + (export.isGzip(packed) ? ".gz" : "");
    }

    private static String again(String path) {
        int dot = path.indexOf('.');
        return path.substring(0, dot) + "_again" + path.substring(dot);
    }

    /** Adds the lines that stand below a file's rows. */
    public void foot(Export export, int day, String text) throws IOException {
        Files.writeString(file(export, day), text, shape.charset(export, day), StandardOpenOption.APPEND);
    }

    /**
     * Does to whole files what their delivery says, makes workbooks of those that are, and gives truths of which nothing is
     * true a file with a header; after the last shard.
     */
    public void finish() throws IOException {
        for (Export export : Export.values()) {
            if (export.isTruth() && Files.notExists(file(export, 0))) {
                open(file(export, 0), export, 0, true).close();
            }
        }
        new Ending(this, shape, days).run();
    }

    /** Where a file whose content comes a day later would have lain. */
    Path dueFile(Export export, int day) {
        return out.resolve(dates.date(day) + "/" + path(export, day));
    }

    public Path file(Export export, int day) {
        return (export.isTruth() ? truth : out).resolve(name(export, day));
    }

    public int rows(Export export, int day) {
        return rows[slot(export, day)];
    }

    /** Rows of all exports so far, truth not counted. */
    public long total() {
        return total;
    }

    /** What the shards so far counted under a number. */
    public long counted(int what) {
        return tally[what];
    }

    private int slot(Export export, int day) {
        return export.ordinal() * days + day;
    }

    @Override
    public void close() throws IOException {
        defects.close();
    }
}
