package io.siyu.pipelines.night;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.plan.Plan;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some of the shipped tables and all that they need, with their rules, as a house of their own: what is true of every night
 * is shown on a few tables, however many the house has.
 */
final class Excerpt {
    private Excerpt() {}

    /** Writes the tables of a shop's sales, from the files of {@link SmallHome#world} to the page, and answers where. */
    static Path sales(Path root) {
        return of(root, "ads.sales_day", "ads.customer_cohort", "dim.store", "dim.product", "ods.wecom_contact");
    }

    private static Path of(Path root, String... tables) {
        Installation shipped = Installation.open(Settings.read(SmallHome.ROOT, root, Optional.empty()));
        Map<String, Path> folders = shipped.settings().houses().tableFolders();
        for (String name : needed(shipped.plan(), tables)) {
            String path = name.replace('.', '/');
            SmallHome.copy(folders.get(name), root.resolve("warehouse/tables").resolve(path));
            String rules = "rules/" + path + ".dqdl";
            shipped.settings().houses().file(rules).ifPresent(file -> copy(file, root.resolve("quality/" + rules)));
        }
        return root;
    }

    private static Set<String> needed(Plan plan, String... tables) {
        Set<String> names = plan.lineage().upstream(List.of(tables));
        plan.catalog().tables().stream()
                .filter(Table::isKeptByEngine)
                .map(Table::name)
                .forEach(names::add);
        return names;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
