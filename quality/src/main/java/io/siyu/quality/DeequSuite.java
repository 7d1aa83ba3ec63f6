package io.siyu.quality;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.analyzers.runners.EmptyStateException;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckResult;
import com.amazon.deequ.constraints.ConstraintResult;
import com.amazon.deequ.constraints.ConstraintStatus;
import com.amazon.deequ.metrics.Metric;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.List$;
import scala.runtime.AbstractFunction1;
import scala.util.Try;

/** Deequ seen from Java: the checks we make, the one run, and what came out, without Scala types. */
final class DeequSuite {

    /**
     * One number that Deequ measured for a check.
     *
     * @param name Deequ's name of it: {@code Compliance}, {@code Minimum}
     * @param ok whether it is as demanded; a number of no rows at all is
     * @param value the number, absent when there is none
     * @param problem why there is none
     */
    record Measured(
            String name,
            boolean ok,
            @Nullable Double value,
            @Nullable Throwable problem) {}

    private abstract static class Assertion extends AbstractFunction1<Object, Object> implements Serializable {}

    private DeequSuite() {}

    /** {@code predicate} is true for every row; the number is the fraction of rows where it is. */
    static Check everyRow(String name, String predicate) {
        return empty(name)
                .satisfies(
                        predicate,
                        name,
                        new Assertion() {
                            @Override
                            public Object apply(Object fraction) {
                                return (double) fraction == 1.0;
                            }
                        },
                        Option.empty(),
                        List$.MODULE$.empty(),
                        Option.empty());
    }

    /** The number of rows, which may be any. */
    static Check rows(String name) {
        return empty(name).hasSize(size(rows -> true), Option.empty());
    }

    /** The number of rows where {@code condition} is true, which must pass {@code accepted}. */
    static Check count(String name, String condition, LongPredicate accepted) {
        return empty(name).hasSize(size(accepted), Option.empty()).where(condition);
    }

    /** Measures all checks in one pass over {@code frame}, and one more per distinct set of grouping columns. */
    static <K> Map<K, List<Measured>> run(Dataset<Row> frame, Map<K, Check> checks) {
        Collection<Check> all = checks.values();
        VerificationResult result = new VerificationSuite()
                .onData(frame)
                .addChecks(JavaConverters.asScalaBuffer(List.copyOf(all)).toSeq())
                .run();
        Map<K, List<Measured>> measured = new LinkedHashMap<>();
        checks.forEach((key, check) ->
                measured.put(key, measured(result.checkResults().get(check).get())));
        return measured;
    }

    private static List<Measured> measured(CheckResult result) {
        return JavaConverters.seqAsJavaList(result.constraintResults()).stream()
                .map(DeequSuite::measured)
                .toList();
    }

    private static Measured measured(ConstraintResult result) {
        boolean ok = ConstraintStatus.Success().equals(result.status());
        if (result.metric().isEmpty()) {
            String message =
                    result.message().isEmpty() ? "no metric" : result.message().get();
            return new Measured("metric", ok, null, new IllegalStateException(message));
        }
        Metric<?> metric = result.metric().get();
        Try<?> value = metric.value();
        if (value.isSuccess()) {
            return new Measured(metric.name(), ok, value.get() instanceof Double number ? number : null, null);
        }
        Throwable problem = value.failed().get();
        return new Measured(metric.name(), problem instanceof EmptyStateException, null, problem);
    }

    private static Check empty(String name) {
        return new Check(
                CheckLevel.Error(),
                name,
                JavaConverters.asScalaBuffer(List.<com.amazon.deequ.constraints.Constraint>of())
                        .toSeq());
    }

    private static Assertion size(LongPredicate accepted) {
        return new Assertion() {
            @Override
            public Object apply(Object rows) {
                return accepted.test((long) rows);
            }
        };
    }
}
