package io.siyu.warehouse;

import io.siyu.warehouse.SiyuException.InputNotReady;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.SiyuException.RejectedByQuality;
import io.siyu.warehouse.SiyuException.RunFailed;
import org.jspecify.annotations.Nullable;

/** Makes every error of the house, so that all of them speak the same grammar. */
public final class Problems {
    private Problems() {}

    /**
     * A text of the warehouse is wrong.
     *
     * @param noun what kind of text it is: "contract", "feed", "rule"
     * @param where file and line: {@code warehouse/tables/dwd/refund/table.yml:12}
     * @param found what stands there, in the reader's words
     * @param allowed what may stand there
     */
    public static InvalidDefinition invalid(String noun, String where, String found, String allowed) {
        return new InvalidDefinition("Invalid " + noun + " " + where + ": " + found + "; expected " + allowed + ".");
    }

    /** Something asked for does not make sense. {@code remedy} says what stands now and what to do. */
    public static InvalidDefinition cannot(String what, String reason, String remedy) {
        return new InvalidDefinition(sentence(what, reason, remedy));
    }

    /** An input of {@code what} is missing. */
    public static InputNotReady notReady(String what, String reason, String remedy) {
        return new InputNotReady(sentence(what, reason, remedy));
    }

    /** An error rule rejected {@code what}. */
    public static RejectedByQuality rejected(String what, String reason, String remedy) {
        return new RejectedByQuality(sentence(what, reason, remedy));
    }

    /** {@code what} failed for a reason outside our texts. */
    public static RunFailed failed(String what, String reason, String remedy, @Nullable Throwable cause) {
        return new RunFailed(sentence(what, reason, remedy), cause);
    }

    private static String sentence(String what, String reason, String remedy) {
        return "Cannot " + what + ": " + stop(reason) + " " + stop(remedy);
    }

    private static String stop(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
