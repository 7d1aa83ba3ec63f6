package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two machines from running on one shared repository at once: their lock files cannot see each other. It is an
 * advisory lock of the schema, which PostgreSQL gives up with the session that holds it. An H2 file needs none.
 */
final class PostgresLock implements AutoCloseable {
    private static final String TAKE = "select pg_try_advisory_lock(hashtext('siyu-run'), hashtext(current_schema()))";

    private final @Nullable Connection session;

    private PostgresLock(@Nullable Connection session) {
        this.session = session;
    }

    static PostgresLock take(RunStore store, String what) {
        if (!store.isPostgres()) {
            return new PostgresLock(null);
        }
        try {
            Connection session = session(store);
            if (isTaken(session)) {
                return new PostgresLock(session);
            }
            session.close();
        } catch (SQLException e) {
            throw Problems.failed(
                    what,
                    "the lock of " + store.shownUrl() + " cannot be taken, " + e.getMessage(),
                    "Nothing was started. Run again",
                    e);
        }
        throw Problems.notReady(
                what,
                "a run on another machine holds the lock of " + store.shownUrl(),
                "Wait for it or stop it, then run again");
    }

    /** Idle for the whole run, so the system is asked to keep the line alive. */
    private static Connection session(RunStore store) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("tcpKeepAlive", "true");
        if (!store.user().isEmpty()) {
            settings.setProperty("user", store.user());
            settings.setProperty("password", store.password());
        }
        return DriverManager.getConnection(store.url(), settings);
    }

    @Override
    public void close() {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                throw Problems.failed(
                        "give up the lock of the run repository", e.toString(), "It goes with this process", e);
            }
        }
    }

    private static boolean isTaken(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(TAKE)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
