package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.tag.ConditionExamples;
import io.siyu.pipelines.tag.TagExamples;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagLint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks tags, audiences and actions and runs their examples. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Check every tag, audience and action, run their worked examples, and warn of what is allowed and"
                + " unwise.")
final class TagLintCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            defaultValue = "2026-11-20",
            description = "Business date by which tags must not expire. Default: ${DEFAULT-VALUE}.")
    private LocalDate date = LocalDate.EPOCH;

    @Override
    public Integer call() {
        Installation at = home.open();
        TagCatalog tags = at.catalog().tags();
        List<String> warnings = new ArrayList<>(new TagLint(tags).warnings(date));
        List<String> wrong = new ArrayList<>(new TagExamples(at.spark(), at.catalog()).wrong());
        ConditionExamples conditions = new ConditionExamples(at.spark(), at.catalog());
        wrong.addAll(conditions.wrong());
        warnings.forEach(System.out::println);
        wrong.forEach(System.out::println);
        int columns = 0;
        int examples = 0;
        for (Tag tag : tags.all()) {
            columns += tag.columns().size();
            examples += tag.examples().size();
        }
        System.out.println(tags.all().size() + " tags (" + columns + " with their windows), " + examples
                + " worked examples, " + wrong.size() + " wrong, " + warnings.size() + " warnings.");
        System.out.println(at.catalog().audiences().byId().size() + " audiences and "
                + at.catalog().actions().byId().size() + " actions over them, " + conditions.count()
                + " worked examples.");
        if (!wrong.isEmpty()) {
            throw Problems.cannot(
                    "accept the tags", wrong.size() + " examples come out otherwise", "They are listed above");
        }
        return 0;
    }
}
