package io.siyu.pipelines.feed;

/** Where quotes stand in a line of csv: whether the record ends with the line. A quote counts only where a cell begins. */
final class Quotes {
    /** What a line leaves behind. */
    enum State {
        /** The record is whole. */
        CLOSED,
        /** A quoted cell goes on in the next line. */
        OPEN,
        /** Something other than a delimiter follows a closing quote. */
        BROKEN
    }

    private final char delimiter;

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /** The state behind {@code line}, which begins inside a quoted cell when {@code inside}. */
    State after(String line, boolean inside) {
        if (line.indexOf('"') < 0) {
            return inside ? State.OPEN : State.CLOSED;
        }
        boolean quoted = inside || line.charAt(0) == '"';
        int i = quoted && !inside ? 1 : 0;
        while (true) {
            if (quoted) {
                int close = closing(line, i);
                if (close < 0) {
                    return State.OPEN;
                }
                if (close + 1 == line.length()) {
                    return State.CLOSED;
                }
                if (line.charAt(close + 1) != delimiter) {
                    return State.BROKEN;
                }
                i = close + 2;
            } else {
                int next = line.indexOf(delimiter, i);
                if (next < 0) {
                    return State.CLOSED;
                }
                i = next + 1;
            }
            quoted = i < line.length() && line.charAt(i) == '"';
            if (quoted) {
                i++;
            }
        }
    }

    private static int closing(String line, int from) {
        int quote = line.indexOf('"', from);
        while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quote = line.indexOf('"', quote + 2);
        }
        return quote;
    }
}
