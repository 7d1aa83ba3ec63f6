package io.siyu.pipelines.extract;

import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Jdbc;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of a source: its columns, and questions of one row. */
final class SourceTable implements AutoCloseable {
    private static final int SHOWN = 20;

    private final Trouble trouble;
    private final String file;
    private final Jdbc jdbc;
    private final Connection connection;
    private final String quote;
    private final List<SourceColumn> columns;

    private SourceTable(Trouble trouble, String file, Jdbc jdbc, Connection connection) throws SQLException {
        this.trouble = trouble;
        this.file = file;
        this.jdbc = jdbc;
        this.connection = connection;
        this.quote = connection.getMetaData().getIdentifierQuoteString().trim();
        this.columns = columns();
    }

    /**
     * Connects and looks at the columns.
     *
     * @throws io.siyu.warehouse.SiyuException without a driver, a table or a right (64), or without an answer (3)
     */
    static SourceTable open(Table table, Feed feed, Source source) {
        Trouble trouble = new Trouble(table.name(), source);
        trouble.driver();
        Connection connection;
        try {
            connection = DriverManager.getConnection(source.url(), source.properties());
        } catch (SQLException e) {
            throw trouble.connecting(e);
        }
        try {
            return new SourceTable(
                    trouble, Words.path(table.feedFile()), Objects.requireNonNull(feed.jdbc()), connection);
        } catch (SQLException e) {
            close(connection);
            throw trouble.reading(e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    Trouble trouble() {
        return trouble;
    }

    /** The column with this name, or the one that differs in case only; that there is none is wrong in the feed. */
    SourceColumn column(String name) {
        return find(name)
                .orElseThrow(() -> trouble.unfit(
                        file,
                        jdbc.table() + " has no column '" + name + "'" + Words.didYouMean(name, lower(names())),
                        "one of " + Words.list(names())));
    }

    private List<String> names() {
        return columns.stream().map(SourceColumn::name).toList();
    }

    /** As a feed may write them: case does not count. */
    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    Optional<SourceColumn> find(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(c -> c.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** A column that must hold times, or whole numbers. */
    SourceColumn column(String name, String use, boolean time) {
        SourceColumn column = column(name);
        if (time ? !column.isTime() : !column.isWhole()) {
            throw trouble.unfit(
                    file,
                    use + " column '" + name + "' of " + jdbc.table() + " is " + column.typeName(),
                    time ? "a timestamp" : "an integer");
        }
        return column;
    }

    String quoted(SourceColumn column) {
        return quote + column.name() + quote;
    }

    /** Least and greatest value among the rows for which {@code condition} holds; nothing when there is none. */
    List<BigInteger> span(SourceColumn column, String condition) {
        String name = quoted(column);
        String sql = "select min(" + name + "), max(" + name + ") from " + jdbc.table() + " where " + condition;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            @Nullable BigDecimal least = rows.getBigDecimal(1);
            @Nullable BigDecimal greatest = rows.getBigDecimal(2);
            return least == null || greatest == null
                    ? List.of()
                    : List.of(least.toBigInteger(), greatest.toBigInteger());
        } catch (SQLException e) {
            throw trouble.reading(e);
        }
    }

    private List<SourceColumn> columns() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + jdbc.table() + " where 1 = 0")) {
            ResultSetMetaData meta = rows.getMetaData();
            List<SourceColumn> all = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                all.add(new SourceColumn(
                        meta.getColumnLabel(i),
                        meta.getColumnType(i),
                        meta.getColumnTypeName(i),
                        meta.getScale(i),
                        meta.isNullable(i) != ResultSetMetaData.columnNoNulls));
            }
            return all;
        } catch (SQLException e) {
            if (!Trouble.isUnknown(e)) {
                throw e;
            }
            List<String> there = tables();
            String bare = jdbc.table().substring(jdbc.table().lastIndexOf('.') + 1);
            throw trouble.unfit(
                    file,
                    "table '" + jdbc.table() + "' cannot be read (" + Trouble.line(e) + ")"
                            + Words.didYouMean(bare, lower(there)),
                    there.isEmpty()
                            ? "a table or view that this user may read; there is none"
                            : "one of " + Words.list(there.subList(0, Math.min(SHOWN, there.size())))
                                    + (there.size() > SHOWN ? ", and " + (there.size() - SHOWN) + " more" : ""));
        }
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (rows.next()) {
                @Nullable String schema = rows.getString(2);
                if (!String.valueOf(schema).matches("(?i)information_schema|pg_catalog|sys")) {
                    names.add(rows.getString(3));
                }
            }
        }
        return names.stream().sorted().toList();
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was asked is answered; a line that breaks while it is closed changes nothing.
        }
    }
}
