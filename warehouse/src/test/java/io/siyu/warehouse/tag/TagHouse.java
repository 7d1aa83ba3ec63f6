package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A house of one table, {@code dws.day}, and one file of tags over it. */
final class TagHouse {
    private TagHouse() {}

    /** The tags of a file with this text. */
    static TagCatalog load(Path root, String text) {
        return catalog(root, text).tags();
    }

    static Catalog catalog(Path root, String text) {
        try {
            Path table = Files.createDirectories(root.resolve("tables/dws/day"));
            Files.writeString(table.resolve("table.yml"), """
                    name: dws.day
                    description: A day.
                    grain: [oneid]
                    owner: me
                    columns:
                      - {name: oneid, type: string, description: "Who."}
                      - {name: business_date, type: date, description: "When."}
                      - {name: orders, type: int, description: "How many."}
                      - {name: seconds, type: double, description: "How long."}
                      - {name: page, type: string, description: "Which."}
                    """);
            Files.writeString(table.resolve("rows.sql"), "select 1");
            Files.createDirectories(root.resolve("tags"));
            Files.writeString(root.resolve("tags/test.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Catalog.load(new House(List.of(root)));
    }

    /** {@link RightTag} with a mistake in it is refused with these words. */
    static void wrong(Path root, String right, String instead, String... said) {
        assertThat(RightTag.TEXT).contains(right);
        assertThatThrownBy(() -> load(root, RightTag.TEXT.replaceFirst(Pattern.quote(right), instead)))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Invalid tag ")
                .hasMessageContaining("test.yml:")
                .hasMessageContainingAll(said);
    }
}
