package io.siyu.pipelines.cut;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Cells as people read them, from the bytes they are carried as. */
final class Texts {
    private Texts() {}

    /** UTF-8; GB18030 when it is not that. */
    static String read(String carried) {
        byte[] bytes = carried.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
