package io.siyu.pipelines.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes tables in a DuckDB file out of Parquet files that Spark wrote. A Spark timestamp is an instant that people read as
 * Asia/Shanghai wall time; in DuckDB it is a TIMESTAMP without zone that holds this wall time, so that everybody sees the
 * same on a laptop anywhere.
 */
record DuckSql(Connection duck) {
    private static final String ZONE = "Asia/Shanghai";

    /** Opens the file for filling: instants without a zone in Parquet (Spark's INT96) are UTC. */
    void begin(List<String> schemas) throws SQLException {
        run("set timezone = 'UTC'");
        for (String schema : schemas) {
            run("create schema " + schema);
        }
        run("create table about (release varchar, business_date date, run varchar, table_name varchar,"
                + " version bigint, description varchar)");
        run("comment on table about is 'Which release this file holds, and which version of each table.'");
    }

    /** One table, sorted by {@code order}; {@code files} are its Parquet files, in Hive-style folders when cut by a column. */
    void table(String table, List<Shown> columns, List<String> order, List<String> files) throws SQLException {
        String name =
                quoted(table.substring(0, table.indexOf('.'))) + "." + quoted(table.substring(table.indexOf('.') + 1));
        run("create table " + name + " (" + joined(columns, c -> quoted(c.name()) + " " + type(c.type(), "timestamp"))
                + ")");
        for (Shown column : columns) {
            run("comment on column " + name + "." + quoted(column.name()) + " is " + literal(column.description()));
        }
        if (!files.isEmpty()) {
            run("insert into " + name + " select " + joined(columns, DuckSql::shown) + " from (" + rows(columns, files)
                    + ")"
                    + (order.isEmpty()
                            ? ""
                            : " order by " + order.stream().map(DuckSql::quoted).collect(Collectors.joining(", "))));
        }
    }

    /** Says what a table is, on the table and in {@code about}. */
    void about(Release release, String table, String description) throws SQLException {
        run("comment on table " + table + " is " + literal(description));
        run("insert into about values (" + literal(release.id()) + ", date '" + release.date() + "', "
                + literal(release.run()) + ", " + literal(table) + ", "
                + release.versions().get(table) + ", "
                + literal(description) + ")");
    }

    /** The files' rows; a column that no file has yet is null, because it stands in the empty first part. */
    private static String rows(List<Shown> columns, List<String> files) {
        String paths = files.stream().map(DuckSql::literal).collect(Collectors.joining(", "));
        return "select "
                + joined(columns, c -> "cast(null as " + type(c.type(), "timestamptz") + ") as " + quoted(c.name()))
                + " where false union all by name select * from read_parquet([" + paths
                + "], union_by_name = true, hive_partitioning = true, hive_types_autocast = false)";
    }

    private static String shown(Shown column) {
        String value = "cast(" + quoted(column.name()) + " as " + type(column.type(), "timestamptz") + ")";
        return column.type().equals("timestamp") ? "timezone('" + ZONE + "', " + value + ")" : value;
    }

    /** Spark's type in DuckDB's words. */
    private static String type(String type, String timestamp) {
        return switch (type) {
            case "string" -> "varchar";
            case "timestamp" -> timestamp;
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    private static String joined(List<Shown> columns, java.util.function.Function<Shown, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
