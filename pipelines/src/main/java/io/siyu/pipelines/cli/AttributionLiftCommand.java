package io.siyu.pipelines.cli;

import io.siyu.pipelines.attribution.Arm;
import io.siyu.pipelines.attribution.Lift;
import io.siyu.pipelines.attribution.SampleRatio;
import io.siyu.pipelines.attribution.file.ExperimentFile;
import io.siyu.pipelines.serve.RowText;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "lift",
        mixinStandardHelpOptions = true,
        description = "What each arm of an experiment brought, beside a control group drawn at random (增量).")
final class AttributionLiftCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV: a row per person assigned.")
    private Path file = Path.of("");

    @Option(names = "--arm", required = true, paramLabel = "COLUMN", description = "Holds the arm of each person.")
    private String arm = "";

    @Option(names = "--control", required = true, paramLabel = "NAME", description = "The arm that got nothing.")
    private String control = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN",
            description = "Holds what each did afterwards.")
    private String outcome = "";

    @Option(
            names = "--before",
            paramLabel = "COLUMN",
            description = "Holds what each did before: takes that out (CUPED).")
    private @Nullable String before;

    @Option(names = "--cost", paramLabel = "ARM=AMOUNT", description = "What an arm cost; may be repeated.")
    private Map<String, Double> costs = Map.of();

    @Option(
            names = "--confidence",
            paramLabel = "PART",
            defaultValue = "0.95",
            description = "Of intervals. Default: ${DEFAULT-VALUE}.")
    private double confidence = 0.95;

    @Override
    public Integer call() {
        if (!(confidence > 0 && confidence < 1)) {
            throw Problems.invalid("option", "--confidence", Double.toString(confidence), "a part between 0 and 1");
        }
        Map<String, Arm> arms = ExperimentFile.read(file, arm, outcome, Optional.ofNullable(before));
        Arm untreated = known(arms, control, "--control");
        costs.keySet().forEach(name -> known(arms, name, "--cost"));
        if (arms.size() < 2) {
            throw Problems.cannot(
                    "compare arms of " + Words.path(file),
                    "all " + untreated.outcome().length + " persons are of '" + control + "'",
                    "Nothing was compared; name the column of arms with --arm");
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        arms.values().stream()
                .filter(treated -> !treated.name().equals(control))
                .forEach(treated -> rows.add(row(treated, untreated)));
        List<String> header = List.of(
                "arm 组",
                "persons 人数",
                "mean 均值",
                "control 对照",
                "lift 增量",
                "from 下限",
                "to 上限",
                "chance p值",
                "increment 总增量",
                "of its total 占比",
                "cost per unit 单位成本");
        PrintWriter out = spec.commandLine().getOut();
        RowText.table(header, Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), rows).forEach(out::println);
        out.println(
                note(arms.values().stream().mapToLong(a -> a.outcome().length).toArray()));
        out.flush();
        return 0;
    }

    private Arm known(Map<String, Arm> arms, String name, String option) {
        Arm found = arms.get(name);
        if (found == null) {
            throw Problems.invalid(
                    "arm",
                    "of " + option,
                    "'" + name + "'",
                    "one of " + Words.list(arms.keySet()) + Words.didYouMean(name, arms.keySet()));
        }
        return found;
    }

    private List<@Nullable String> row(Arm treated, Arm untreated) {
        Lift lift = before == null
                ? Lift.of(treated, untreated, confidence)
                : Lift.adjusted(treated, untreated, confidence);
        Double cost = costs.get(treated.name());
        return Arrays.asList(
                treated.name(),
                text("%,d", lift.persons()),
                text("%,.6f", lift.mean()),
                text("%,.6f", lift.controlMean()),
                text("%,.6f", lift.difference()),
                text("%,.6f", lift.low()),
                text("%,.6f", lift.high()),
                text("%.4f", lift.chance()),
                text("%,.2f", lift.increments()),
                lift.mean() == 0 ? "-" : text("%.1f%%", 100 * lift.incrementalPart()),
                cost == null
                        ? "-"
                        : lift.increments() > 0 ? text("%,.4f", lift.costPerIncrement(cost)) : "no increment");
    }

    private String note(long[] persons) {
        double[] even = new double[persons.length];
        Arrays.fill(even, 1);
        double chance = SampleRatio.chance(persons, even);
        String sizes = chance < SampleRatio.WRONG
                ? text(
                        "Arms are not of one size (chance %.2g): believe this only if they were not meant to be.",
                        chance)
                : text("Arms are of one size (chance of such sizes %.2f).", chance);
        return text(
                "Intervals hold the truth with %.0f%%; lift is per person%s. %s",
                100 * confidence, before == null ? "" : ", adjusted for '" + before + "'", sizes);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
