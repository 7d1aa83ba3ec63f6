package io.siyu.pipelines.plan;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.act.ActionCatalog;
import io.siyu.warehouse.act.ActionSql;
import io.siyu.warehouse.act.AudienceCatalog;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdTypeRows;
import io.siyu.warehouse.identity.LinkText;
import io.siyu.warehouse.tag.TagBinSql;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagChangeSql;
import io.siyu.warehouse.tag.TagSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** The SQL of tables: their own {@code rows.sql}, or what texts of the house give. */
final class Queries {
    private Queries() {}

    /** The SQL of a table's rows; nothing for landed tables and for Java transforms. */
    static Optional<String> of(Catalog catalog, Table table, IdModel identities) {
        if (Files.exists(table.sqlFile())) {
            return Optional.of(read(table.sqlFile()));
        }
        return switch (table.transform().orElse("")) {
            case IdModel.FILE -> Optional.of(IdTypeRows.sql(identities, table));
            case LinkText.FILE -> Optional.of(LinkText.sql(catalog.house()));
            case TagCatalog.TRANSFORM -> Optional.of(TagSql.of(catalog.tags()));
            case TagChangeSql.TRANSFORM -> Optional.of(TagChangeSql.of(catalog.tags()));
            case TagBinSql.TRANSFORM -> Optional.of(TagBinSql.of(catalog.tags()));
            case AudienceCatalog.TRANSFORM -> Optional.of(catalog.audiences().sql());
            case ActionCatalog.TRANSFORM -> Optional.of(ActionSql.of(catalog.actions()));
            default -> Optional.empty();
        };
    }

    /** The tables that it reads. */
    static Set<String> reads(SparkSession spark, Table table, Optional<String> sql) {
        if (sql.isEmpty()) {
            return new TreeSet<>(table.reads());
        }
        try {
            return SqlText.parse(spark, sql.get()).reads();
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("SQL", Words.path(table.sqlFile()), String.valueOf(e.getMessage()), "one SELECT");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid("SQL", Words.path(file), "the file cannot be read (" + e + ")", "UTF-8 text");
        }
    }
}
