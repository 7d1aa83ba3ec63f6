package io.siyu.pipelines.privacy;

import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;
import org.apache.spark.sql.SparkSession;

/**
 * Where the key of tokens is. Only this travels with plans and tasks; each JVM, the driver's and every executor's, fetches the
 * key itself: from its environment, or from the file of that path or, when there is none, the file of that name that
 * {@code spark-submit --files} brought.
 *
 * @param place of a file: its path
 */
public record KeySource(Kind kind, String place) implements Serializable {
    /** The environment variable that holds a key, at least {@link #LEAST} characters; it goes before a file. */
    public static final String VARIABLE = "SIYU_TOKEN_KEY";

    /** The Spark setting that says where the key is: {@code env}, {@code file:<path>} or {@code test}. */
    public static final String SETTING = "spark.siyu.keySource";

    /** Fewest characters of a key: 128 bits of chance in hexadecimal. */
    public static final int LEAST = 32;

    /** The key of golden cases and tests, which is no secret: no installation may have it. */
    public static final KeySource TEST = new KeySource(Kind.TEST, "");

    /** That key, for tests that start processes. */
    public static final String TEST_KEY = "an-open-key-for-golden-cases-and-tests-only";

    private static final Map<KeySource, Tokens> OPENED = new ConcurrentHashMap<>();

    /** Kinds of places. */
    public enum Kind {
        ENVIRONMENT,
        FILE,
        TEST
    }

    /** The key in this JVM's environment, else that in the file. */
    public static KeySource inEnvironmentOr(Path file) {
        return inEnvironment()
                ? new KeySource(Kind.ENVIRONMENT, "")
                : new KeySource(Kind.FILE, file.toAbsolutePath().normalize().toString());
    }

    /** Where the sessions of this Spark application have their key. */
    static KeySource of(SparkSession spark) {
        String text = spark.sparkContext().getConf().get(SETTING, "env");
        return switch (text) {
            case "env" -> new KeySource(Kind.ENVIRONMENT, "");
            case "test" -> TEST;
            default -> new KeySource(Kind.FILE, text.startsWith("file:") ? text.substring("file:".length()) : text);
        };
    }

    /** As {@link #SETTING} writes it. */
    public String setting() {
        return switch (kind) {
            case ENVIRONMENT -> "env";
            case TEST -> "test";
            case FILE -> "file:" + place;
        };
    }

    /**
     * The tokens under this key; a JVM reads the key once.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when there is no key here, or a short one
     */
    Tokens tokens() {
        return OPENED.computeIfAbsent(this, source -> new Tokens(source.key()));
    }

    private byte[] key() {
        String key = switch (kind) {
            case ENVIRONMENT -> Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
            case FILE -> file();
            case TEST -> TEST_KEY;
        };
        String found = key.strip();
        if (found.isEmpty()) {
            throw missing();
        }
        if (found.length() < LEAST) {
            throw Problems.cannot(
                    "make tokens",
                    "the key in " + name() + " has " + found.length() + " characters, and a key has at least " + LEAST,
                    "Nothing was written. Make one: openssl rand -hex 32");
        }
        return found.getBytes(StandardCharsets.UTF_8);
    }

    private String file() {
        try {
            Path path = Path.of(place);
            Path there = Files.isRegularFile(path)
                    ? path
                    : Path.of(SparkFiles.get(path.getFileName().toString()));
            return Files.isRegularFile(there) ? Files.readString(there) : "";
        } catch (IOException e) {
            throw Problems.failed(
                    "make tokens",
                    "the key in " + name() + " cannot be read",
                    "Nothing was written. Mend the file",
                    null);
        }
    }

    private RuntimeException missing() {
        return Problems.cannot(
                "make tokens",
                "there is no key in " + name() + " of this machine",
                "Nothing was written. Set " + VARIABLE + " for the driver and for every executor, or name a file with"
                        + " token_key in siyu.yml and bring it to executors with spark-submit --files");
    }

    private String name() {
        return kind == Kind.FILE ? place : VARIABLE;
    }

    private static boolean inEnvironment() {
        return !Optional.ofNullable(System.getenv(VARIABLE)).orElse("").isBlank();
    }
}
