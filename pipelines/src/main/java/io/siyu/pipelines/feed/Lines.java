package io.siyu.pipelines.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The physical lines of a text file, which can be taken back. Memory is bounded by the longest line allowed. */
final class Lines implements Closeable {
    /** Longest line in characters; what stands behind is dropped, and the line says so. */
    static final int LONGEST = 4 << 20;

    /**
     * A line.
     *
     * @param text without its end
     * @param end {@code \n}, {@code \r\n}, or nothing at the end of the file
     * @param cut whether the text is only the beginning of a line that is too long
     */
    record Line(String text, String end, boolean cut) {
        /** Whether the file ends within this line. */
        boolean isOpen() {
            return end.isEmpty();
        }
    }

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> returned = new ArrayDeque<>();
    private int at;
    private int limit;

    /** {@code encoding} must decode the file; a character cut off by its end becomes U+FFFD. */
    Lines(Path file, String encoding) throws IOException {
        this.reader = new InputStreamReader(
                FileBytes.open(file),
                Charset.forName(encoding)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Line again = returned.pollFirst();
        return again != null ? again : read();
    }

    /** Gives a line back: it will be the next. */
    void giveBack(Line line) {
        returned.addFirst(line);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean cut = false;
        while (fill()) {
            any = true;
            int from = at;
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            int room = Math.min(at - from, LONGEST - text.length());
            text.append(buffer, from, room);
            cut |= room < at - from;
            if (at < limit) {
                at++;
                return ended(text, cut);
            }
        }
        return any ? new Line(text.toString(), "", cut) : null;
    }

    private static Line ended(StringBuilder text, boolean cut) {
        int last = text.length() - 1;
        if (!cut && last >= 0 && text.charAt(last) == '\r') {
            text.setLength(last);
            return new Line(text.toString(), "\r\n", false);
        }
        return new Line(text.toString(), "\n", cut);
    }

    private boolean fill() throws IOException {
        if (at == limit) {
            at = 0;
            limit = Math.max(0, reader.read(buffer));
        }
        return at < limit;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
