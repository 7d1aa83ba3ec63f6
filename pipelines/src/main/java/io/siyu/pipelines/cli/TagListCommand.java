package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints tags and their definitions. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Tags by theme, with their definitions (口径), and how many there are.")
final class TagListCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(
            paramLabel = "WORD",
            arity = "0..1",
            description = "Only tags with this in their id, names, theme or definition.")
    private String word = "";

    @Override
    public Integer call() {
        TagCatalog catalog = Catalog.load(home.settings().houses()).tags();
        Map<String, List<Tag>> themes = new TreeMap<>();
        catalog.all().stream()
                .filter(tag -> text(tag).contains(word))
                .forEach(tag -> themes.computeIfAbsent(tag.theme(), theme -> new ArrayList<>())
                        .add(tag));
        int tags = 0;
        int columns = 0;
        int off = 0;
        for (Map.Entry<String, List<Tag>> theme : themes.entrySet()) {
            System.out.println(theme.getKey());
            for (Tag tag : theme.getValue()) {
                boolean isOn = catalog.active().contains(tag);
                tags++;
                columns += tag.columns().size();
                off += isOn ? 0 : 1;
                String windows = tag.windows().isEmpty()
                        ? ""
                        : " " + tag.windows().stream().map(d -> d + "d").toList();
                System.out.println(
                        "  " + tag.id() + windows + (isOn ? "" : " (off)") + "  " + tag.zh() + " " + tag.en());
                System.out.println("      " + tag.definition());
            }
        }
        System.out.println(Words.count(tags, "tag") + " in " + Words.count(themes.size(), "theme")
                + "; with windows " + Words.count(columns, "column") + ". "
                + (off == 0 ? "All are switched on." : off + " are of packs that are switched off (tags/packs.yml)."));
        return 0;
    }

    private static String text(Tag tag) {
        return tag.id() + " " + tag.zh() + " " + tag.en() + " " + tag.theme() + " " + tag.definition();
    }
}
