package io.siyu.pipelines.cli;

import io.siyu.pipelines.bench.AttributionBench;
import io.siyu.pipelines.bench.AttributionPeer;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "attribution",
        mixinStandardHelpOptions = true,
        description = {
            "What it costs to share conversions among channels: all models, growth with paths and channels, and Markov beside"
                    + " ChannelAttribution on the same file.",
            "The peer runs in a Python environment that is made on first use, in --work."
        })
final class AttributionBenchCommand implements Callable<Integer> {
    @Option(
            names = "--journeys",
            paramLabel = "N",
            split = ",",
            description = "How many are drawn. Default: 1000000,10000000.")
    private List<Long> journeys = List.of(1_000_000L, 10_000_000L);

    @Option(names = "--no-peer", description = "Measure without the peer.")
    private boolean alone;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = ".siyu/bench-attribution",
            description = "Holds files of paths and the peer's environment. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of(".siyu", "bench-attribution");

    @Override
    public Integer call() throws IOException {
        for (long count : journeys) {
            if (count < 1_000) {
                throw Problems.invalid("option", "--journeys", String.valueOf(count), "1000 and more");
            }
        }
        Files.createDirectories(work);
        Optional<AttributionPeer> peer = alone ? Optional.empty() : Optional.of(new AttributionPeer(work));
        new AttributionBench(work, System.out, peer).run(journeys);
        return 0;
    }
}
