package io.siyu.pipelines.plan;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdTypeRows;
import io.siyu.warehouse.identity.LinkText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The SQL of a table: its own file, or what a text of the house says as rows. */
final class StepSql {
    private StepSql() {}

    /** Empty for a table that a Java transform makes. */
    static Optional<String> of(Catalog catalog, Table table, IdModel identities) {
        if (Files.exists(table.sqlFile())) {
            return Optional.of(read(table.sqlFile()));
        }
        return switch (table.transform().orElse("")) {
            case IdModel.FILE -> Optional.of(IdTypeRows.sql(identities, table));
            case LinkText.FILE -> Optional.of(LinkText.sql(catalog.house()));
            default -> Optional.empty();
        };
    }

    /** @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the file cannot be read */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid("SQL", Words.path(file), "the file cannot be read (" + e + ")", "UTF-8 text");
        }
    }
}
