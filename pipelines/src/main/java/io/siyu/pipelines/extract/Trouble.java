package io.siyu.pipelines.extract;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a source, in the house's words: a setting is wrong, or the source is not there yet. */
record Trouble(String feed, Source source) {
    private static final Map<String, String> DRIVERS = Map.of(
            "mysql", "com.mysql.cj.jdbc.Driver",
            "mariadb", "org.mariadb.jdbc.Driver",
            "sqlserver", "com.microsoft.sqlserver.jdbc.SQLServerDriver",
            "oracle", "oracle.jdbc.OracleDriver",
            "dm", "dm.jdbc.driver.DmDriver",
            "oceanbase", "com.oceanbase.jdbc.Driver");

    /** The driver of the source's URL. */
    Driver driver() {
        try {
            return DriverManager.getDriver(source.url());
        } catch (SQLException e) {
            String kind = source.url().replaceFirst("^jdbc:([^:]*):?.*$", "$1");
            String known = DRIVERS.containsKey(kind) ? " (" + DRIVERS.get(kind) + ")" : "";
            throw Problems.cannot(
                    "read " + feed + " from source " + source,
                    "no driver for jdbc:" + kind + known + " is on the class path; there are "
                            + Collections.list(DriverManager.getDrivers()).stream()
                                    .map(driver -> driver.getClass().getName())
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    "Nothing of it was read. Put the driver's jar on $SIYU_CLASSPATH and run again");
        }
    }

    /** A connection that is not to be had. */
    SiyuException connecting(SQLException e) {
        String state = state(e);
        if (state.startsWith("28") || state.startsWith("3D")) {
            return Problems.cannot(
                    "read " + feed + " from source " + source,
                    line(e),
                    "Nothing of it was read. Check the URL and the user in siyu.yml and "
                            + Sources.passwordOf(source.name()));
        }
        return reading(e);
    }

    /** Reading that failed on the way: the source may be back later. */
    SiyuException reading(Throwable e) {
        return Problems.notReady(
                "read " + feed + " from source " + source,
                line(deepest(e)),
                "Nothing of it was landed. Run it again when the source answers");
    }

    /** The text of the feed and the table do not fit. */
    SiyuException unfit(String file, String found, String allowed) {
        return Problems.invalid("feed", file, found + " in source " + source, allowed);
    }

    /** Whether a statement names what is not there, or what its user may not see. */
    static boolean isUnknown(SQLException e) {
        return state(e).startsWith("42");
    }

    static String line(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }

    private static Throwable deepest(Throwable e) {
        Throwable at = e;
        for (Throwable cause = at.getCause(); cause != null && cause != at; cause = at.getCause()) {
            at = cause;
        }
        return at;
    }
}
