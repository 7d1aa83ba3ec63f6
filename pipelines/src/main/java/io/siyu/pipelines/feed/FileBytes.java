package io.siyu.pipelines.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a text file: unpacked when they are gzip, whatever the file is called, and read behind the mark. */
final class FileBytes {
    private static final int BUFFER = 1 << 16;

    private FileBytes() {}

    /** A byte order mark in front of a text, and the character set it announces. */
    enum Mark {
        UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

        private final Charset charset;
        private final int[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        Charset charset() {
            return charset;
        }

        private boolean startsAt(InputStream in) throws IOException {
            in.mark(4);
            for (int expected : bytes) {
                if (in.read() != expected) {
                    in.reset();
                    return false;
                }
            }
            return true;
        }
    }

    /** The mark the text begins with, if it has one. */
    static @Nullable Mark mark(Path file) throws IOException {
        try (InputStream in = unpacked(file)) {
            return skipMark(in);
        }
    }

    /** The text's bytes behind its mark. */
    static InputStream open(Path file) throws IOException {
        InputStream in = unpacked(file);
        skipMark(in);
        return in;
    }

    private static @Nullable Mark skipMark(InputStream in) throws IOException {
        for (Mark mark : Mark.values()) {
            if (mark.startsAt(in)) {
                return mark;
            }
        }
        return null;
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
