package io.siyu.quality;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contracts for tests, column by column. */
final class Contract {
    private final String name;
    private final List<String> grain;
    private final List<Column> columns = new ArrayList<>();
    private long minRows;

    private Contract(String name, List<String> grain) {
        this.name = name;
        this.grain = grain;
    }

    static Contract of(String name, String... grain) {
        return new Contract(name, List.of(grain));
    }

    /** A column nothing is asked of. */
    Contract with(String column, String type) {
        return with(new Ask(column, type));
    }

    Contract with(Ask ask) {
        columns.add(ask.column());
        return this;
    }

    Contract minRows(long rows) {
        minRows = rows;
        return this;
    }

    Table table() {
        return new Table(
                name,
                "A table of a test.",
                grain,
                "tests",
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                60,
                0,
                minRows,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.copyOf(columns),
                Path.of("tables", name.split("\\.", -1)),
                Path.of("tables", name.split("\\.", -1)).resolve("table.yml"));
    }

    /** One column and what is asked of it. */
    record Ask(
            String name,
            String type,
            boolean required,
            Optional<String> references,
            List<String> values,
            Optional<Long> min,
            Optional<Long> max,
            Optional<String> equals,
            boolean personal) {
        Ask(String name, String type) {
            this(
                    name,
                    type,
                    false,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        Ask mustBeThere() {
            return new Ask(name, type, true, references, values, min, max, equals, personal);
        }

        Ask foundIn(String table) {
            return new Ask(name, type, required, Optional.of(table), values, min, max, equals, personal);
        }

        Ask oneOf(String... allowed) {
            return new Ask(name, type, required, references, List.of(allowed), min, max, equals, personal);
        }

        Ask between(long least, long most) {
            return new Ask(
                    name, type, required, references, values, Optional.of(least), Optional.of(most), equals, personal);
        }

        Ask equalTo(String sql) {
            return new Ask(name, type, required, references, values, min, max, Optional.of(sql), personal);
        }

        Ask ofPerson() {
            return new Ask(name, type, required, references, values, min, max, equals, true);
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    required,
                    references,
                    values,
                    min,
                    max,
                    Optional.empty(),
                    equals,
                    personal ? "personal" : "internal",
                    "A column of a test.");
        }
    }
}
