package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagExample;
import java.util.concurrent.Callable;
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
        Tag tag = catalog.tag(name);
        line("标签 tag", tag.id() + "  " + tag.zh() + " " + tag.en());
        line("口径 definition", tag.definition());
        line(
                "类型 type",
                tag.kind().name().toLowerCase(java.util.Locale.ROOT) + ", " + tag.type()
                        + (tag.domain().isEmpty() ? "" : ": " + Words.list(tag.domain())));
        tag.from()
                .ifPresent(from -> line(
                        "来源 from", from + tag.where().map(w -> " where " + w).orElse("")));
        tag.value().ifPresent(value -> line("计算 value", value));
        for (Tag.Layer layer : tag.layers()) {
            line(
                    "分层 layer",
                    layer.then() + layer.when().map(when -> " when " + when).orElse(" otherwise"));
        }
        line("列 columns", Words.list(tag.columns()));
        line(
                "缺省 without",
                tag.otherwise().orElseGet(() -> "null: " + tag.nullMeans().orElse("")));
        if (!catalog.uses(tag).isEmpty()) {
            line("引用 uses", Words.list(catalog.uses(tag).stream().map(Tag::id).toList()));
        }
        String users = Words.list(catalog.all().stream()
                .filter(other -> catalog.uses(other).contains(tag))
                .map(Tag::id)
                .toList());
        if (!users.isEmpty()) {
            line("被引用 used by", users);
        }
        line("负责人 owner", tag.owner());
        line(
                "版本 version",
                tag.version() + ", " + tag.status() + ", " + tag.effectiveFrom() + " to " + tag.expiresOn()
                        + tag.pack().map(pack -> ", pack " + pack).orElse(""));
        line("敏感 sensitivity", tag.sensitivity() + ", consent: " + tag.consent());
        for (TagExample example : tag.examples()) {
            line("示例 example", example.given() + " gives " + example.expect());
        }
        line("文件 file", tag.at().where());
        return 0;
    }

    private static void line(String label, String text) {
        System.out.println(label + ": " + text);
    }
}
