package io.siyu.pipelines.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A gateway in a process of its own, and one connection to it. */
final class RunningGateway implements AutoCloseable {
    final int port;
    /** The line it says when it is ready. */
    final String ready;

    final Connection connection;
    private final Process process;

    /** @param folder where a {@link TurnLake} lies that has published */
    RunningGateway(Path folder) throws IOException, SQLException {
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-Xmx1g", "-XX:+IgnoreUnrecognizedVMOptions"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GatewayProcess.class.getName()));
        command.addAll(List.of(folder.toString(), String.valueOf(port)));
        process = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("cwd")).toFile())
                .redirectError(folder.resolve("gateway.err").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ready = process.inputReader().readLine();
        assertThat(ready).as(() -> read(folder.resolve("gateway.err"))).startsWith("Serving");
        connection = connect();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        process.destroy();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:hive2://127.0.0.1:" + port + "/", "analyst", "");
    }

    List<String> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return rows(statement, sql);
        }
    }

    static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                labels.add(rows.getMetaData().getColumnLabel(i));
            }
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= labels.size(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        }
    }

    static List<String> strings(ResultSet rows, String... columns) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(rows.getString(column));
            }
            lines.add(String.join("|", cells));
        }
        return lines;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
