package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.NodeTokens;
import io.siyu.pipelines.identity.decide.Decision;
import io.siyu.pipelines.identity.decide.DecisionFile;
import io.siyu.pipelines.identity.decide.Decisions;
import io.siyu.pipelines.identity.decide.Holder;
import io.siyu.pipelines.identity.decide.Holders;
import io.siyu.pipelines.identity.link.RowFiles;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.VisibleTables;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Say of two identifiers or OneIDs that they are one customer's, or two customers'.",
            "Every row is held to what is known; then the night of the date obeys, and all nights after it."
        })
final class IdentityDecideCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "CSV: left_id, right_id (a OneID or type|namespace|value), decision (same, different),"
                    + " decided_by, reason.")
    private Path file = Path.of("");

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "The business date whose night obeys first, yyyy-MM-dd.")
    private LocalDate date = LocalDate.EPOCH;

    @Override
    public Integer call() {
        Installation at = home.open();
        IdModel kinds = IdModel.read(at.catalog().house());
        NodeTokens nodes = new NodeTokens(kinds, TokenFunction.tokens(at.spark()));
        List<Decision> decisions = DecisionFile.read(RowFiles.read(at.spark(), file), file).stream()
                .map(decision -> decision.of(nodes::node))
                .toList();
        VisibleTables tables = VisibleTables.latest(
                at.spark(), at.lake(), Access.whole(), at.catalog().tables());
        Map<String, Holder> known = new Holders(tables::rows, kinds)
                .of(decisions.stream()
                        .flatMap(d -> Stream.of(d.left(), d.right()))
                        .collect(Collectors.toSet()));
        List<Decision> checked = new Decisions(Words.path(file), known).checked(decisions);
        Path drop = DecisionFile.drop(checked, at.settings().landing(), date);
        System.out.printf("%,d decisions: %s. The night of %s obeys them.%n", checked.size(), Words.path(drop), date);
        return 0;
    }
}
