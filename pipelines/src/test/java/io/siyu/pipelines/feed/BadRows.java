package io.siyu.pipelines.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A CSV text with bad rows among good ones.
 *
 * @param text the header and all rows
 * @param expected of each bad row {@code row number:reason}, in file order
 * @param raws each bad row as it stands in the file
 * @param rows rows after the header
 */
public record BadRows(String text, List<String> expected, List<String> raws, int rows) {

    /** A kind of bad row, and the reason it must be given. */
    public record Kind(String row, String reason) {}

    /**
     * Takes the kinds in turn, one to three good rows after each bad one.
     *
     * @param good the good row with this number, from 0
     */
    public static BadRows of(String header, int bad, List<Kind> kinds, IntFunction<String> good) {
        StringBuilder text = new StringBuilder(header).append('\n');
        List<String> expected = new ArrayList<>();
        List<String> raws = new ArrayList<>();
        int rows = 0;
        for (int i = 0; i < bad; i++) {
            Kind kind = kinds.get(i % kinds.size());
            rows++;
            expected.add(rows + ":" + kind.reason());
            raws.add(kind.row());
            text.append(kind.row()).append('\n');
            for (int more = 0; more < 1 + i % 3; more++) {
                text.append(good.apply(rows - expected.size())).append('\n');
                rows++;
            }
        }
        return new BadRows(text.toString(), expected, raws, rows);
    }
}
