package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * People as bytes. A record is written into as many blocks as it has keys; as bytes it is moved, and made a {@link Person} where it is
 * compared, several times as fast as a row of arrays.
 */
final class Packed {
    private static final int FIRST = 256;

    private Packed() {}

    /** Of a row of {@link People}. */
    static Column person() {
        UDF1<Row, byte[]> packed = row -> packed(Person.of(row));
        return udf(packed, DataTypes.BinaryType).apply(struct("id", "values", "keys", "never", "alone"));
    }

    static byte[] packed(Person person) {
        try (Output out = new Output(FIRST, -1)) {
            out.writeString(person.id());
            write(out, person.values());
            write(out, person.keys());
            write(out, person.never());
            write(out, person.alone().stream().sorted().toArray(String[]::new));
            return out.toBytes();
        }
    }

    static Person unpacked(byte[] bytes) {
        try (Input in = new Input(bytes)) {
            String id = in.readString();
            return new Person(id, read(in), read(in), read(in), alone(in));
        }
    }

    private static void write(Output out, @Nullable String[] texts) {
        out.writeInt(texts.length, true);
        for (String text : texts) {
            out.writeString(text);
        }
    }

    private static @Nullable String[] read(Input in) {
        @Nullable String[] texts = new @Nullable String[in.readInt(true)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readString();
        }
        return texts;
    }

    private static Set<String> alone(Input in) {
        Set<String> alone = new HashSet<>();
        for (String text : read(in)) {
            alone.add(text);
        }
        return alone;
    }
}
