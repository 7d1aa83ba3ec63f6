package io.siyu.pipelines.page;

import java.nio.file.Path;
import java.util.List;

/** The executive page of a day. */
public final class Page {
    static final Document DOCUMENT = new Document(
            "page.html",
            List.of("page.css"),
            List.of(
                    "format.js",
                    "rows.js",
                    "sums.js",
                    "draw.js",
                    "tile.js",
                    "tiles.js",
                    "charts.js",
                    "tables.js",
                    "trust.js",
                    "state.js",
                    "page.js"));

    private Page() {}

    /** Writes the page; a reader never opens half of it. */
    public static void write(PageData data, Path file) {
        DOCUMENT.write(data, file);
    }

    /** The whole document. */
    static String html(PageData data) {
        return DOCUMENT.filled(data);
    }
}
