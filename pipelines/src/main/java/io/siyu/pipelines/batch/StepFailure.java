package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a step failed, as the run repository keeps it: {@code exit 2: Cannot publish ...}.
 *
 * @param exitCode the process exit code of this kind of failure: 64, 2, 3 or 1
 * @param message one sentence or two for the operator
 */
public record StepFailure(int exitCode, String message) {
    private static final Pattern KEPT = Pattern.compile("exit (\\d+): (.*)", Pattern.DOTALL);
    private static final int LONGEST_REASON = 300;

    /** What was thrown, in the house's words. */
    static StepFailure of(StepContext context, String step, Throwable thrown) {
        if (thrown instanceof SiyuException problem) {
            return new StepFailure(problem.exitCode(), String.valueOf(problem.getMessage()));
        }
        SiyuException problem = Problems.failed(
                "run " + step + " for " + context.date(),
                reason(thrown),
                "Steps that need it did not start; the log has the stack trace, run again to resume",
                thrown);
        return new StepFailure(problem.exitCode(), String.valueOf(problem.getMessage()));
    }

    /** What a step ends with because its process was asked to end; Spark is gone by then, and says so in many ways. */
    static StepFailure ended(StepContext context, String step) {
        SiyuException problem = Problems.failed(
                "finish " + step + " for " + context.date(),
                "the process was asked to end",
                "Nothing is half done: run the same again to go on",
                null);
        return new StepFailure(problem.exitCode(), String.valueOf(problem.getMessage()));
    }

    /** The text kept in the repository. */
    String kept() {
        return "exit " + exitCode + ": " + message;
    }

    /** Reads {@link #kept()}; a text of another form is a failure of the machinery itself, exit code 1. */
    static StepFailure read(String kept) {
        Matcher matcher = KEPT.matcher(kept);
        return matcher.matches()
                ? new StepFailure(Integer.parseInt(matcher.group(1)), matcher.group(2))
                : new StepFailure(1, kept.lines().findFirst().orElse("no reason was recorded"));
    }

    /** One word for tables and sentences. */
    public String verdict() {
        return switch (exitCode) {
            case 64 -> "invalid";
            case 2 -> "rejected";
            case 3 -> "not ready";
            default -> "failed";
        };
    }

    private static String reason(Throwable thrown) {
        String first = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        String text = thrown.getClass().getSimpleName() + ": " + first;
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
    }
}
