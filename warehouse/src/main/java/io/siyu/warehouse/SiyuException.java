package io.siyu.warehouse;

/**
 * What can go wrong, in four kinds; each has its exit code, and {@link Problems} is the only place that makes one.
 *
 * <p>Messages follow one grammar: {@code Cannot <verb> <name>: <reason with values>. <what stands now, what to do>.} or
 * {@code Invalid <noun> <where>: <value>; expected <allowed>.}
 */
public abstract sealed class SiyuException extends RuntimeException {
    private final int exitCode;

    private SiyuException(int exitCode, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The process exit code: 64 wrong definition, 3 input not ready, 2 rejected by quality, 1 anything else. */
    public final int exitCode() {
        return exitCode;
    }

    /** Our text, or an argument, is wrong; trying again without changing it is useless. Exit code 64. */
    public static final class InvalidDefinition extends SiyuException {
        InvalidDefinition(String message) {
            super(64, message, null);
        }
    }

    /** Something this step reads is not there yet; trying later may help. Exit code 3. */
    public static final class InputNotReady extends SiyuException {
        InputNotReady(String message) {
            super(3, message, null);
        }
    }

    /** An error rule said no; what readers see is unchanged. Exit code 2. */
    public static final class RejectedByQuality extends SiyuException {
        RejectedByQuality(String message) {
            super(2, message, null);
        }
    }

    /** Anything else; trying again may help. Exit code 1. */
    public static final class RunFailed extends SiyuException {
        RunFailed(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(1, message, cause);
        }
    }
}
