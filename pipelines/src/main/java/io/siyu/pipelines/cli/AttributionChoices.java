package io.siyu.pipelines.cli;

import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.attribution.PathTransform;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which models, and what they are told. */
final class AttributionChoices {
    @Option(
            names = "--order",
            paramLabel = "K",
            defaultValue = "1",
            description = "Of the Markov chain, 1 to 4. Default: ${DEFAULT-VALUE}.")
    private int order = 1;

    @Option(
            names = "--models",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Of first, last, last-non-direct, linear, position, decay, markov, shapley, shapley-rate, leave-one-out."
                            + " Default: all but the last two.")
    private List<String> names =
            List.of("first", "last", "last-non-direct", "linear", "position", "decay", "markov", "shapley");

    @Option(
            names = "--transform",
            paramLabel = "NAME",
            defaultValue = "all",
            description =
                    "Touches that count: all, exposure (a run of one channel is one), first (a channel once),"
                            + " unique (without order), remove-if-last (no direct visits at the end). Default: ${DEFAULT-VALUE}.")
    private String transform = "all";

    @Option(
            names = "--direct",
            paramLabel = "CHANNEL",
            defaultValue = "direct",
            description = "What a direct visit is called. Default: ${DEFAULT-VALUE}.")
    private String direct = "direct";

    @Option(
            names = "--position",
            paramLabel = "FIRST,LAST",
            split = ",",
            description = "Parts of the first and of the last touch. Default: 0.4,0.4.")
    private List<Double> position = List.of(0.4, 0.4);

    @Option(
            names = "--half-life",
            paramLabel = "TOUCHES",
            defaultValue = "1",
            description = "Touches later, a touch counts half in decay. Default: ${DEFAULT-VALUE}.")
    private double halfLife = 1;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Orders drawn by shapley-rate beyond 15 channels. Default: ${DEFAULT-VALUE}.")
    private int draws = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of these. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    /** The models chosen, in the order in which they were named. */
    Map<String, Model> models() {
        if (order < 1 || order > 4) {
            throw Problems.invalid("option", "--order", Integer.toString(order), "1 to 4");
        }
        if (position.size() != 2
                || position.stream().anyMatch(p -> !(p >= 0))
                || position.get(0) + position.get(1) > 1) {
            throw Problems.invalid("option", "--position", position.toString(), "two parts of one, such as 0.4,0.4");
        }
        if (!(halfLife > 0)) {
            throw Problems.invalid("option", "--half-life", Double.toString(halfLife), "more than 0 touches");
        }
        if (draws < 2) {
            throw Problems.invalid("option", "--draws", Integer.toString(draws), "2 or more");
        }
        Map<String, Model> all =
                Models.of(new Models.Choices(order, position.get(0), position.get(1), halfLife, direct, draws, seed));
        Map<String, Model> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Model model = all.get(name);
            if (model == null) {
                throw Problems.invalid(
                        "option",
                        "--models",
                        "'" + name + "'",
                        "some of " + Words.list(all.keySet()) + Words.didYouMean(name, all.keySet()));
            }
            chosen.put(name, model);
        }
        return chosen;
    }

    /** The touches that count. */
    PathTransform transform() {
        return switch (transform) {
            case "all" -> PathTransform.all();
            case "exposure" -> PathTransform.exposure();
            case "first" -> PathTransform.first();
            case "unique" -> PathTransform.unique();
            case "remove-if-last" -> PathTransform.removeIfLast(direct);
            default ->
                throw Problems.invalid(
                        "option",
                        "--transform",
                        "'" + transform + "'",
                        "all, exposure, first, unique or remove-if-last");
        };
    }

    int order() {
        return order;
    }
}
