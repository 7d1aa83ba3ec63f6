package io.siyu.pipelines;

import io.siyu.pipelines.privacy.KeySource;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one session that all tests of a JVM share. */
public final class TestSpark {
    private static final SparkSession SESSION = Sessions.open(
            Profile.TINY,
            Map.of("spark.sql.warehouse.dir", "target/spark-warehouse", KeySource.SETTING, KeySource.TEST.setting()));

    private TestSpark() {}

    /** A child of the shared session: its own settings and views, the same context. */
    public static SparkSession session() {
        return SESSION.newSession();
    }
}
