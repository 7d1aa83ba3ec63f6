package io.siyu.pipelines.page;

import java.nio.file.Path;
import java.util.List;

/**
 * The executive page of domains: the scorecard of public and private, who earned the sale by every model beside what
 * experiments found, and whether the programme pays.
 */
public final class DomainsPage {
    static final Document DOCUMENT = new Document(
            "domains.html",
            List.of("page.css", "domains.css"),
            List.of(
                    "format.js",
                    "rows.js",
                    "draw.js",
                    "tile.js",
                    "definitions.js",
                    "scorecard.js",
                    "models.js",
                    "lift.js",
                    "economics.js",
                    "state.js",
                    "domains.js"));

    private DomainsPage() {}

    /** Writes the page; a reader never opens half of it. */
    public static void write(DomainsData data, Path file) {
        DOCUMENT.write(data, file);
    }

    /** The whole document. */
    static String html(DomainsData data) {
        return DOCUMENT.filled(data);
    }
}
