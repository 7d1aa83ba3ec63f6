package io.siyu.pipelines.extract;

import io.siyu.warehouse.Jdbc;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** The parts an extract is read in: disjoint conditions which together hold for all its rows, and files of their rows. */
record Parts(SourceTable at, Jdbc jdbc, SourceColumn watermark) {

    /** A condition for each part, in the order of their rows; the last one is for an empty watermark, if it may be empty. */
    List<String> of(Bounds bounds) {
        String within = bounds.condition(at.quoted(watermark), watermark.isZoned());
        List<String> parts = new ArrayList<>();
        for (String piece : pieces(within)) {
            parts.add(piece.isEmpty() ? within : within + " and " + piece);
        }
        if (watermark.nullable()) {
            parts.add(at.quoted(watermark) + " is null");
        }
        return parts;
    }

    private List<String> pieces(String within) {
        Jdbc.Partition partition = jdbc.partition();
        if (partition == null || partition.count() == 1) {
            return List.of("");
        }
        SourceColumn column = at.column(partition.column(), "partition", false);
        List<BigInteger> span = at.span(column, within);
        return span.isEmpty() ? List.of("") : pieces(at.quoted(column), span.get(0), span.get(1), partition.count());
    }

    /** Pieces of equal width; the first and the last are open, so that a row that comes meanwhile is in one of them. */
    private static List<String> pieces(String name, BigInteger least, BigInteger greatest, int count) {
        BigInteger values = greatest.subtract(least).add(BigInteger.ONE);
        int pieces = values.min(BigInteger.valueOf(count)).intValue();
        if (pieces == 1) {
            return List.of("");
        }
        List<BigInteger> cuts = new ArrayList<>();
        for (int i = 1; i < pieces; i++) {
            cuts.add(least.add(values.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(pieces))));
        }
        List<String> conditions = new ArrayList<>();
        conditions.add("(" + name + " < " + cuts.get(0) + " or " + name + " is null)");
        for (int i = 1; i < cuts.size(); i++) {
            conditions.add(name + " >= " + cuts.get(i - 1) + " and " + name + " < " + cuts.get(i));
        }
        conditions.add(name + " >= " + cuts.get(cuts.size() - 1));
        return conditions;
    }

    /** An empty folder, whatever a killed run left in it. */
    static Path empty(Path folder) throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        return Files.createDirectories(folder).toAbsolutePath();
    }

    /** Puts the files of some parts behind one another, aside, and gives the whole its name. */
    static void join(Path folder, int from, int to, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path aside = target.resolveSibling("." + target.getFileName());
        try (OutputStream out = Files.newOutputStream(aside)) {
            boolean hasRows = false;
            for (int i = from; i < to; i++) {
                Path part = PartWriter.part(folder, i);
                if (Files.exists(part)) {
                    Files.copy(part, out);
                    hasRows = true;
                }
            }
            if (!hasRows) {
                new PartWriter.Packed(out).finish();
            }
            out.flush();
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static RuntimeException unwritten(String feed, IOException e) {
        return Problems.failed(
                "write the extract of " + feed,
                String.valueOf(e),
                "Nothing of it was landed; make the landing and state folders writable and run again",
                e);
    }
}
