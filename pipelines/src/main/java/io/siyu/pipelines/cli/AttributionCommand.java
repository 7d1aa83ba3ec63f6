package io.siyu.pipelines.cli;

import io.siyu.pipelines.attribution.ChainOrder;
import io.siyu.pipelines.attribution.Credits;
import io.siyu.pipelines.attribution.Markov;
import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.OrderedShapley;
import io.siyu.pipelines.attribution.PathTransform;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.attribution.file.CreditFiles;
import io.siyu.pipelines.attribution.file.PathFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "attribution",
        mixinStandardHelpOptions = true,
        description = {
            "Which channel earned the conversions of a CSV file of paths, by every model side by side (归因).",
            "A row is a path such as 'live > store > mini-program', its conversions, their value, and those who did not convert."
        },
        subcommands = {AttributionLiftCommand.class})
final class AttributionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--paths", paramLabel = "FILE", description = "The paths; the delimiter and the columns are found.")
    private @Nullable Path file;

    @Mixin
    private AttributionColumns columns = new AttributionColumns();

    @Mixin
    private AttributionChoices choices = new AttributionChoices();

    @Option(names = "--out", paramLabel = "DIR", description = "Also write CSV files into this folder.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--paths=FILE'");
        }
        Map<String, Model> chosen = choices.models();
        PathTransform told = choices.transform();
        PathFile read = columns.read(file);
        Paths paths = read.paths().told(told);
        AttributionText text = new AttributionText(spec.commandLine().getOut());
        text.file(file, read, paths);
        Map<String, Credits> credits = new LinkedHashMap<>();
        chosen.forEach((name, model) -> credits.put(name, model.of(paths)));
        text.credits(paths, credits);
        Optional<CreditFiles> files = Optional.ofNullable(out).map(CreditFiles::new);
        files.ifPresent(to -> to.credits(paths, credits));
        if (credits.containsKey("markov")) {
            Markov.Effects effects = new Markov(choices.order()).effects(paths);
            List<ChainOrder> orders = ChainOrder.upTo(paths, 4);
            text.markov(choices.order(), paths, effects, orders);
            files.ifPresent(to -> to.removal(paths.channels(), effects));
            files.ifPresent(to -> to.orders(orders));
        }
        if (credits.containsKey("shapley")) {
            files.ifPresent(to -> to.places(OrderedShapley.of(paths)));
        }
        text.end(Optional.ofNullable(out));
        return 0;
    }
}
