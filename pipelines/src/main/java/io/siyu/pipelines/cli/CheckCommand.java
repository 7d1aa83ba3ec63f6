package io.siyu.pipelines.cli;

import io.siyu.pipelines.check.CaseQueries;
import io.siyu.pipelines.check.FeedCase;
import io.siyu.pipelines.check.GoldenCase;
import io.siyu.pipelines.check.TypeCheck;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.plan.Definition;
import io.siyu.quality.Rules;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check all texts of the house: contracts, feeds, rules and arrows; types over empty tables; golden cases.",
            "Lists what the retailer's own folder replaces. All contracts are read whatever is named."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(
            arity = "0..*",
            paramLabel = "TABLE",
            description = "Rules, types and cases of these tables alone (dwd.refund). Default: all.")
    private List<String> only = new ArrayList<>();

    @Override
    public Integer call() {
        Installation at = home.open();
        only.forEach(at.catalog()::table);
        List<String> wrong = new ArrayList<>();
        int rules = 0;
        int cases = 0;
        for (Table table : at.catalog().tables()) {
            if (isLeftOut(table)) {
                continue;
            }
            try {
                if (Files.exists(table.feedFile())) {
                    FeedReader.read(table);
                    for (FeedCase one : FeedCase.of(table)) {
                        cases++;
                        one.run(at.spark()).ifPresent(wrong::add);
                    }
                }
                rules += Rules.of(table, at.catalog().house()).size();
            } catch (SiyuException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        CaseQueries queries = new CaseQueries(at.spark(), at.plan());
        for (Definition definition : at.plan().definitions()) {
            if (isLeftOut(definition.table())) {
                continue;
            }
            try {
                TypeCheck.check(queries, definition);
                if (Files.exists(definition.table().feedFile())) {
                    continue;
                }
                for (GoldenCase one : GoldenCase.of(definition)) {
                    cases++;
                    Optional<String> difference = one.run(queries);
                    difference.ifPresent(wrong::add);
                }
            } catch (SiyuException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        for (House.Override override : at.catalog().house().overrides()) {
            System.out.println(override.table() + " is " + Words.path(override.by()) + " instead of "
                    + Words.path(override.instead()));
        }
        wrong.forEach(System.out::println);
        int tables = only.isEmpty() ? at.catalog().tables().size() : only.size();
        System.out.println(tables + (tables == 1 ? " table, " : " tables, ") + rules + " rules, " + cases
                + " golden cases: " + (wrong.isEmpty() ? "all well." : wrong.size() + " wrong."));
        if (!wrong.isEmpty()) {
            throw Problems.cannot("accept the house", wrong.size() + " texts are wrong", "They are listed above");
        }
        return 0;
    }

    private boolean isLeftOut(Table table) {
        return !only.isEmpty() && !only.contains(table.name());
    }
}
