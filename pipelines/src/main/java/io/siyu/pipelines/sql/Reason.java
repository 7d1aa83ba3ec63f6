package io.siyu.pipelines.sql;

import org.apache.spark.sql.AnalysisException;

/** What Spark says is wrong with a query, for people. */
public final class Reason {
    private Reason() {}

    /** The sentence, without the plan that Spark appends to it. */
    public static String of(Exception e) {
        String said = e instanceof AnalysisException known ? known.getSimpleMessage() : e.getMessage();
        return String.valueOf(said).strip();
    }
}
