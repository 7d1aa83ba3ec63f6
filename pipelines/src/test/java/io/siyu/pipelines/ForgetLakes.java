package io.siyu.pipelines;

import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets the lakes of a test class go when it is done: Delta keeps some five megabytes of plans for each table that it has seen,
 * and a JVM of many tests would do little but look for memory.
 */
public final class ForgetLakes implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        DeltaLog.clearCache();
    }
}
