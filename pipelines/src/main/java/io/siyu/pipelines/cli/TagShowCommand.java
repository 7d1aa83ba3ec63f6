package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints all that is declared of a tag. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Everything that is declared of one tag.")
final class TagShowCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "TAG", description = "Id of a tag, or one of its columns.")
    private String name = "";

    @Override
    public Integer call() {
        TagCatalog catalog = Catalog.load(home.settings().houses()).tags();
        lines(catalog, catalog.tag(name)).forEach(System.out::println);
        return 0;
    }

    static List<String> lines(TagCatalog catalog, Tag tag) {
        Lines lines = new Lines();
        lines.add("标签 tag", tag.id() + "  " + tag.zh() + " " + tag.en());
        lines.add("口径 definition", tag.definition());
        lines.add(
                "类型 type",
                tag.kind().name().toLowerCase(Locale.ROOT) + ", " + tag.type()
                        + (tag.domain().isEmpty() ? "" : ": " + Words.list(tag.domain())));
        tag.from()
                .ifPresent(from -> lines.add(
                        "来源 from", from + tag.where().map(w -> " where " + w).orElse("")));
        tag.value().ifPresent(value -> lines.add("计算 value", value));
        for (Tag.Layer layer : tag.layers()) {
            lines.add(
                    "分层 layer",
                    layer.then() + layer.when().map(when -> " when " + when).orElse(" otherwise"));
        }
        lines.add("列 columns", Words.list(tag.columns()));
        if (!tag.windows().isEmpty()) {
            lines.add("窗口 window", "最后一天是业务日 the days up to the business date, which is one of them");
        }
        lines.add(
                "缺省 without",
                tag.otherwise().orElseGet(() -> "null: " + tag.nullMeans().orElse("")));
        if (!catalog.uses(tag).isEmpty()) {
            lines.add(
                    "引用 uses",
                    Words.list(catalog.uses(tag).stream().map(Tag::id).toList()));
        }
        String users = Words.list(catalog.all().stream()
                .filter(other -> catalog.uses(other).contains(tag))
                .map(Tag::id)
                .toList());
        if (!users.isEmpty()) {
            lines.add("被引用 used by", users);
        }
        lines.add("负责人 owner", tag.owner());
        lines.add(
                "版本 version",
                tag.version() + ", " + tag.status() + ", " + tag.effectiveFrom() + " to " + tag.expiresOn()
                        + tag.pack().map(pack -> ", pack " + pack).orElse(""));
        lines.add("敏感 sensitivity", tag.sensitivity() + ", consent: " + tag.consent());
        for (TagExample example : tag.examples()) {
            lines.add("示例 example", given(example) + " -> " + expected(example));
        }
        lines.add("文件 file", tag.at().where());
        return lines.texts;
    }

    private static String given(TagExample example) {
        String rows = example.given().stream()
                .filter(row -> !row.isEmpty())
                .map(TagShowCommand::cells)
                .collect(Collectors.joining(" | "));
        return rows.isEmpty() ? "无 nothing" : rows;
    }

    /** Values by window; of a tag without windows, or with one value for all of them, the value alone. */
    private static String expected(TagExample example) {
        return example.expect().entrySet().stream()
                .map(value -> value.getKey().isEmpty()
                        ? value.getValue()
                        : value.getKey().substring(1) + ": " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String cells(Map<String, String> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Lines of a label and what it says. */
    private static final class Lines {
        private final List<String> texts = new ArrayList<>();

        void add(String label, String text) {
            texts.add(label + ": " + text);
        }
    }
}
