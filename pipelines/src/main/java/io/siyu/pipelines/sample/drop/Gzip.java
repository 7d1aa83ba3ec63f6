package io.siyu.pipelines.sample.drop;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Gzip members (RFC 1952) with a header that never changes: no time, no name, no system. Members may follow each other. */
final class Gzip {
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
    private static final int LEVEL = Deflater.BEST_SPEED;

    private Gzip() {}

    static byte[] member(byte[] bytes, int length) {
        Bytes out = new Bytes(length / 6 + 64);
        out.write(HEADER, 0, HEADER.length);
        Deflater deflater = new Deflater(LEVEL, true);
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        byte[] buffer = new byte[1 << 15];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        little(out, crc.getValue());
        little(out, length);
        return out.copy();
    }

    private static void little(Bytes out, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }
}
