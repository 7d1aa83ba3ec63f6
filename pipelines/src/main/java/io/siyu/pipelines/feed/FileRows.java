package io.siyu.pipelines.feed;

import io.siyu.pipelines.erase.RowEraser;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of one file, read as they are asked for, and behind them its trailer. */
final class FileRows implements Iterator<Row>, AutoCloseable {
    private final Path path;
    private final DropFile file;
    private final FeedPlan plan;
    private final ParsedRows rows;
    private final RowRules rules;
    private final RowHash hash;
    private final Totals totals;
    private final @Nullable RowEraser eraser;

    private @Nullable OpenFile open;
    private @Nullable Row next;
    private boolean done;
    private long rowNo;
    private long landed;
    private long bad;
    private long skipped;
    private long erased;
    private long blanked;

    FileRows(Path landing, DropFile file, FeedPlan plan) {
        this.path = landing.resolve(file.path());
        this.file = file;
        this.plan = plan;
        this.rows = new ParsedRows(file, plan.columns().size());
        this.rules = new RowRules(plan.feed(), plan.columns(), plan.required());
        this.hash = new RowHash(plan.columns());
        this.eraser = plan.eraser();
        this.totals = new Totals(
                plan.feed().totals(), plan.columns(), !plan.feed().footer().isEmpty());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !done) {
            try {
                next = advance();
            } catch (IOException e) {
                throw Problems.failed(
                        "read landed file " + file.path(),
                        String.valueOf(e),
                        "Nothing of this file was kept; run the step again",
                        e);
            }
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException(file.path());
        }
        Row row = next;
        next = null;
        return row;
    }

    private @Nullable Row advance() throws IOException {
        if (open == null) {
            try {
                open = open();
            } catch (UnreadableFile e) {
                return end(Trailer.failed(e.reason()));
            }
        }
        RecordSource source = open.source();
        if (source == null) {
            return end(new Trailer(open.encoding(), 0, 0, 0, 0, 0, List.of(), true, "empty_file"));
        }
        RawRecord record = source.next();
        if (record == null) {
            return end(new Trailer(
                    open.encoding(),
                    landed,
                    bad,
                    skipped,
                    erased,
                    blanked,
                    source.unknownColumns(),
                    true,
                    totals.difference()));
        }
        rowNo++;
        return row(record);
    }

    private OpenFile open() throws IOException, UnreadableFile {
        if (Files.size(path) != file.size()) {
            throw new UnreadableFile("changed_while_read");
        }
        return OpenFile.open(path, plan);
    }

    private @Nullable Row row(RawRecord record) {
        @Nullable String[] values = record.values();
        String problem = record.problem();
        if (values != null) {
            rules.clean(values);
            if (record.total()) {
                totals.told(values);
                skipped++;
                return null;
            }
            if (rules.skips(values)) {
                skipped++;
                return null;
            }
            problem = rules.problem(values);
            if (problem == null) {
                totals.add(values);
                return landed(values, record.raw());
            }
        }
        if (problem == null) {
            skipped++;
            return null;
        }
        bad++;
        boolean hides = eraser != null && eraser.inText(record.raw()) != null;
        return rows.bad(rowNo, hides ? "" : record.raw(), problem);
    }

    /** A good row without people who were erased; null when it is none without them. */
    private @Nullable Row landed(@Nullable String[] values, String raw) {
        boolean touched = eraser != null && eraser.erase(values) != null;
        if (touched && rules.problem(values) != null) {
            erased++;
            return null;
        }
        landed++;
        blanked += touched ? 1 : 0;
        return rows.landed(values, rowNo, touched ? "" : raw, hash.of(values));
    }

    private Row end(Trailer trailer) throws IOException {
        done = true;
        close();
        return rows.trailer(trailer);
    }

    @Override
    public void close() throws IOException {
        if (open != null && open.source() != null) {
            open.source().close();
        }
    }
}
