package io.siyu.pipelines.feed;

import io.siyu.pipelines.feed.FileBytes.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which character sets a file can be in, by decoding all of it strictly; never decided row by row.
 *
 * <p>A byte order mark decides alone. Otherwise the feed's list is tried in its order, except that UTF-8, when listed, goes
 * first: bytes of another Chinese encoding are hardly ever valid UTF-8, while every second UTF-8 text is valid GB18030.
 * A character cut off by the end of the file is no objection; it is the last row's problem.
 */
final class Encodings {
    private static final String UTF_8 = "utf-8";

    private Encodings() {}

    /** The encodings to try, best first. */
    static List<String> candidates(Path file, List<String> listed) throws IOException {
        Mark mark = FileBytes.mark(file);
        if (mark != null) {
            return List.of(mark.charset().name().toLowerCase(Locale.ROOT));
        }
        List<String> order = new ArrayList<>(listed);
        if (order.remove(UTF_8)) {
            order.add(0, UTF_8);
        }
        return order;
    }

    /** Whether every byte of the file makes sense in this encoding. */
    static boolean decodes(Path file, String encoding) throws IOException {
        CharsetDecoder decoder = Charset.forName(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = FileBytes.open(file)) {
            for (int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                    n >= 0;
                    n = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                bytes.position(bytes.position() + n).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), false);
                while (result.isOverflow()) {
                    result = decoder.decode(bytes, chars.clear(), false);
                }
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }
}
