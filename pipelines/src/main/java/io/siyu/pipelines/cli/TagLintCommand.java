package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.tag.ConditionExamples;
import io.siyu.pipelines.tag.TagExamples;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagLint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "Run the examples of these alone: ids of tags, audiences and actions, or themes. What stands in"
                            + " the texts is checked of all.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Installation at = home.open();
        TagCatalog tags = at.catalog().tags();
        known(at.catalog());
        List<Tag> chosen = tags.all().stream()
                .filter(tag -> isChosen(tag.id()) || names.contains(tag.theme()))
                .toList();
        List<String> warnings = new ArrayList<>(new TagLint(tags).warnings(date));
        List<String> wrong = new ArrayList<>(new TagExamples(at.spark(), at.catalog()).wrong(chosen));
        ConditionExamples conditions = new ConditionExamples(at.spark(), at.catalog(), this::isChosen);
        wrong.addAll(conditions.wrong());
        warnings.forEach(System.out::println);
        wrong.forEach(System.out::println);
        int columns = 0;
        int examples = conditions.count();
        for (Tag tag : tags.all()) {
            columns += tag.columns().size();
        }
        for (Tag tag : chosen) {
            examples += tag.examples().size();
        }
        System.out.println(tags.all().size() + " tags (" + columns + " with their windows), "
                + at.catalog().audiences().byId().size() + " audiences and "
                + at.catalog().actions().byId().size() + " actions; " + Words.count(warnings.size(), "warning") + ".");
        System.out.println(Words.count(examples, "worked example") + " run, " + wrong.size() + " wrong.");
        if (!wrong.isEmpty()) {
            throw Problems.cannot(
                    "accept the tags",
                    Words.count(wrong.size(), "worked example") + " came out otherwise, as printed",
                    "Put right what the example is of, or the example");
        }
        return 0;
    }

    private boolean isChosen(String id) {
        return names.isEmpty() || names.contains(id);
    }

    private void known(Catalog catalog) {
        Set<String> known = new TreeSet<>(catalog.audiences().byId().keySet());
        known.addAll(catalog.actions().byId().keySet());
        catalog.tags().all().forEach(tag -> known.addAll(List.of(tag.id(), tag.theme())));
        for (String name : names) {
            if (!known.contains(name)) {
                throw Problems.invalid(
                        "argument",
                        "NAME",
                        "'" + name + "' is nowhere" + Words.didYouMean(name, known),
                        "a tag, audience, action or theme");
            }
        }
    }
}
