package io.siyu.pipelines.serve;

import io.siyu.warehouse.Problems;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.jspecify.annotations.Nullable;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Guards every session of the gateway's JVM but the gateway's own. Spark makes extensions by class name and there is one
 * gateway to a JVM, so what is published is held here; it is swapped whole.
 */
public final class ReaderExtension extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
    private static volatile @Nullable VisibleTables published;
    private static volatile @Nullable SparkSession own;

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectParser((session, spark) -> new PinnedParser(session, spark, () -> tables(session)));
        return BoxedUnit.UNIT;
    }

    /** Makes these the tables that statements from now on read. */
    static void publish(VisibleTables tables) {
        published = tables;
    }

    /** Leaves this session, which makes the views, unguarded. */
    static void own(SparkSession session) {
        own = session;
    }

    private static Optional<VisibleTables> tables(SparkSession session) {
        if (session == own) {
            return Optional.empty();
        }
        VisibleTables tables = published;
        if (tables == null) {
            throw Problems.notReady(
                    "run the statement", "nothing is published yet", "Publish a night first: bin/siyu night");
        }
        return Optional.of(tables);
    }
}
