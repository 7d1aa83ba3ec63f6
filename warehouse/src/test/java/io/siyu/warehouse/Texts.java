package io.siyu.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes tiny houses for tests. */
record Texts(Path root) {
    static final String SQL = "select * from ods.shop_order";

    /** A contract of one column that is right; tests append to it. */
    static String contract(String name) {
        return "name: " + name + "\ndescription: One.\ngrain: [order_no]\nowner: data-platform\n";
    }

    static final String COLUMNS =
            "columns:\n  - {name: order_no, type: string, required: true, description: Number.}\n";

    Path write(String relative, String text) {
        try {
            Path file = root.resolve(relative);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table made by SQL; returns its folder. */
    Path table(String layer, String name) {
        write("tables/" + layer + "/" + name + "/rows.sql", SQL);
        return write("tables/" + layer + "/" + name + "/table.yml", contract(layer + "." + name) + COLUMNS)
                .getParent();
    }

    Catalog catalog() {
        return Catalog.load(new House(List.of(root)));
    }
}
