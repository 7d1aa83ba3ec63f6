package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

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
    /** Sources that this retailer has not: their lines in the unions of all sources are left out. */
    private static final String OTHERS = "(?m)^ +union all\\n +select \\* from dwd\\.((order|refund)_"
            + "(tmall_api|jd|douyin|douyin_export|pdd|weimob|erp)"
            + "|id_(follower|group|platform|event|answer|ticket|drawn|weimob))\\n";

    private static final Map<String, Integer> UNIONS =
            Map.of("dwd/order_said", 7, "dwd/refund_said", 3, "dwd/id_sighting", 7, "dwd/id_edge", 1);

    private static final String[] SALES = {
        "ads.sales_day", "ads.customer_cohort", "dim.store", "dim.product", "ods.wecom_contact"
    };

    /** A retailer who knows nobody again: each identifier is a customer. The night of the DAG's tests is theirs too. */
    private static final Path STRANGERS = SmallHome.ROOT.resolve("pipelines/src/test/resources/strangers");

    private Excerpt() {}

    /** Writes the tables of a shop's sales, from the files of {@link SmallHome#world} to the page, and answers where. */
    static Path sales(Path root) {
        return of(root, fewSources(root), SALES);
    }

    /** The same of a retailer who knows nobody again: all of OneID is left out. */
    static Path strangers(Path root) {
        Path house = fewSources(root);
        SmallHome.copy(STRANGERS, house);
        return of(root, house, SALES);
    }

    private static Path fewSources(Path root) {
        Path house = root.resolve("few-sources");
        UNIONS.forEach((table, others) -> {
            String sql = read(SmallHome.ROOT.resolve("warehouse/tables/" + table + "/rows.sql"));
            String few = sql.replaceAll(OTHERS, "");
            assertThat(sql.lines().count() - few.lines().count()).as(table).isEqualTo(2L * others);
            write(house.resolve("tables/" + table + "/rows.sql"), few);
        });
        return house;
    }

    /** The tables by which a customer is known, from the same files, with what says that one was erased. */
    static Path customers(Path root) {
        Path house = fewSources(root);
        return of(
                root,
                house,
                "ads.sales_day",
                "ads.customer_cohort",
                "dim.customer",
                "vault.phone",
                "dim.erasure_proof");
    }

    private static Path of(Path root, Path house, String... tables) {
        Installation shipped = Installation.open(Settings.read(SmallHome.ROOT, root, Optional.empty()));
        Plan few = Installation.open(Settings.read(SmallHome.ROOT, root, Optional.of(house)))
                .plan();
        Map<String, Path> folders = shipped.settings().houses().tableFolders();
        for (String name : needed(few, tables)) {
            String path = name.replace('.', '/');
            Path copy = root.resolve("warehouse/tables").resolve(path);
            SmallHome.copy(folders.get(name), copy);
            for (String text : List.of("table.yml", "rows.sql")) {
                Path replaced = house.resolve("tables/" + path + "/" + text);
                if (Files.exists(replaced)) {
                    write(copy.resolve(text), read(replaced));
                }
            }
            String rules = "rules/" + path + ".dqdl";
            shipped.settings()
                    .houses()
                    .file(rules)
                    .ifPresent(file -> write(root.resolve("quality/" + rules), read(file)));
        }
        for (String text : List.of("identity.yml", "link.yml")) {
            write(
                    root.resolve("warehouse").resolve(text),
                    read(SmallHome.ROOT.resolve("warehouse").resolve(text)));
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
