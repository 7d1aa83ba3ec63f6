package io.siyu.pipelines.privacy;

import io.siyu.warehouse.Problems;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The SQL function {@code token(kind, value)} of sessions that build tables; readers' sessions have none, for who may try values
 * out needs no key. A task brings where the key is and which it must be, never the key.
 *
 * @param source where each JVM finds the key
 * @param fingerprint of the driver's key; an executor with another one stops instead of making other tokens
 */
public record TokenFunction(KeySource source, String fingerprint) implements UDF2<String, String, String> {
    /** The function's name in SQL. */
    public static final String NAME = "token";

    /** Gives a session the function, if it has none, under the key of its application. */
    public static void in(SparkSession spark) {
        if (!spark.catalog().functionExists(NAME)) {
            register(spark, KeySource.of(spark));
        }
    }

    /** Gives a session the function under the key of golden cases. */
    public static void forCases(SparkSession spark) {
        register(spark, KeySource.TEST);
    }

    /** The function of a session's application, for tasks that are no SQL. */
    public static TokenFunction of(SparkSession spark) {
        KeySource source = KeySource.of(spark);
        return new TokenFunction(source, source.tokens().fingerprint());
    }

    /** The tokens of a session's application. */
    public static Tokens tokens(SparkSession spark) {
        return KeySource.of(spark).tokens();
    }

    static void register(SparkSession spark, KeySource source) {
        spark.udf().register(NAME, new TokenFunction(source, source.tokens().fingerprint()), DataTypes.StringType);
    }

    @Override
    public @Nullable String call(@Nullable String kind, @Nullable String value) {
        if (kind == null || value == null) {
            return null;
        }
        Tokens tokens = source.tokens();
        if (!tokens.fingerprint().equals(fingerprint)) {
            throw Problems.cannot(
                    "make tokens",
                    "the key on this machine is another one than the driver's",
                    "Nothing was written. Give every executor the driver's key");
        }
        return tokens.of(kind, value);
    }
}
