package io.siyu.pipelines.privacy;

import io.siyu.pipelines.Settings;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.spark.sql.SparkSession;

/** The key of an installation: there before a night makes tokens, and the same from night to night. */
public final class HomeKey {
    private static final int BYTES = 32;

    private HomeKey() {}

    /**
     * Holds the key to the one that earlier nights had. An installation for development that has none gets one of its own, in
     * a file that only its owner may read, and is told so; one for production is refused.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when production has no key, or the key is another one
     */
    public static void prepare(SparkSession spark, Settings settings) {
        prepare(KeySource.of(spark), settings);
    }

    static void prepare(KeySource source, Settings settings) {
        if (source.kind() == KeySource.Kind.FILE && !Files.exists(Path.of(source.place()))) {
            make(Path.of(source.place()), settings);
        }
        Tokens tokens = source.tokens();
        if (settings.production()
                && tokens.fingerprint().equals(KeySource.TEST.tokens().fingerprint())) {
            throw Problems.cannot(
                    "make tokens",
                    "the key of tests is no secret, and siyu.yml says production",
                    "Nothing was started. Set " + KeySource.VARIABLE);
        }
        hold(tokens, settings.state().resolve("token.key.id"));
    }

    private static void make(Path file, Settings settings) {
        if (settings.production()) {
            throw Problems.cannot(
                    "make tokens",
                    "siyu.yml says production, and there is no key in " + KeySource.VARIABLE + " nor in " + file,
                    "Nothing was started. Set " + KeySource.VARIABLE + ", or name the file of a key with token_key in"
                            + " siyu.yml; make one once and keep it: openssl rand -hex 32");
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, mine);
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
            System.err.println("Warning: personal values become tokens under a key made for development, "
                    + Words.path(file) + ". For real customers set " + KeySource.VARIABLE
                    + " or token_key in siyu.yml, and production: true.");
        } catch (FileAlreadyExistsException e) {
            // Another run of this home made it just now.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hold(Tokens tokens, Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, tokens.fingerprint() + "\n");
            } else if (!Files.readString(file).strip().equals(tokens.fingerprint())) {
                throw Problems.cannot(
                        "make tokens",
                        "the key is another one than that of the tables, whose fingerprint is in " + Words.path(file),
                        "Nothing was started. Give the old key again; for a new one build a new lake, since tokens and OneIDs"
                                + " follow from the key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
