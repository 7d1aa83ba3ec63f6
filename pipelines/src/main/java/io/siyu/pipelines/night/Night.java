package io.siyu.pipelines.night;

import io.siyu.pipelines.batch.BatchRunner;
import io.siyu.pipelines.batch.BatchStep;
import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.batch.StepContext;
import io.siyu.pipelines.batch.StepOutcome;
import io.siyu.pipelines.batch.StepWork;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.gate.QualityGate;
import io.siyu.pipelines.gate.VerdictLog;
import io.siyu.pipelines.land.EngineTables;
import io.siyu.pipelines.land.Erasure;
import io.siyu.pipelines.land.LandStep;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.privacy.HomeKey;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.step.TableStep;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.identity.IdModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Runs steps of the plan, and the publication behind them, as one job. */
public final class Night {
    /** The last step: it makes the night's tables the ones that readers see. */
    public static final String PUBLISH = "publish";

    private final Installation at;
    private final VerdictLog verdicts;
    private final TableStep tables;
    private final LandStep landing;
    private final Erasure erasure;
    private final Publish publish;

    public Night(Installation at) {
        this.at = at;
        this.verdicts =
                new VerdictLog(at.spark(), at.lake(), at.settings().state().resolve("verdicts"));
        this.tables = new TableStep(
                at.spark(), at.lake(), at.plan(), new QualityGate(at.catalog().house(), verdicts));
        IdModel kinds = IdModel.read(at.catalog().house());
        this.landing = new LandStep(
                at.spark(),
                at.lake(),
                at.settings().landing(),
                at.settings().state(),
                at.settings().sources(),
                kinds);
        this.erasure = new Erasure(at.spark(), at.lake(), at.plan(), kinds);
        this.publish = new Publish(at, verdicts);
    }

    /**
     * What to run.
     *
     * @param job names the run: {@code night}, {@code dwd}, {@code dwd.refund}
     * @param steps tables to build, in plan order
     * @param publishes whether readers see the result at the end
     * @param full build anew instead of following changes
     * @param reopened dates to build again, ISO
     */
    public record Order(
            String job,
            LocalDate date,
            List<Definition> steps,
            boolean publishes,
            boolean full,
            SortedSet<String> reopened) {}

    /** Runs an order; a step that failed earlier in the same run is taken up again, a done one is not. */
    public RunResult run(Order order, Progress progress) {
        BatchRunner.Around around =
                new BatchRunner.Around(() -> prepare(order), () -> verdicts.flush(Installation.jar()));
        return new BatchRunner(at.settings().repository())
                .run(order.job(), order.date(), steps(order), at.settings().parallelism(), progress, around);
    }

    private void prepare(Order order) {
        refuseThePast(order);
        HomeKey.prepare(at.spark(), at.settings());
        EngineTables.prepare(at.spark(), at.lake(), at.catalog());
    }

    private void refuseThePast(Order order) {
        new Releases(at.lake()).current(at.spark()).ifPresent(release -> {
            if (order.date().isBefore(release.date())) {
                throw Problems.cannot(
                        "run " + order.job() + " for " + order.date(),
                        "release " + release.id() + " already stands for " + release.date(),
                        "Nothing was started. Build older dates again with: bin/siyu backfill --from " + order.date()
                                + " --to " + order.date());
            }
        });
    }

    private List<BatchStep> steps(Order order) {
        Set<String> present = new HashSet<>();
        order.steps().forEach(d -> present.add(d.name()));
        List<BatchStep> steps = new ArrayList<>();
        for (Definition definition : order.steps()) {
            List<String> needs = at.plan().needs(definition.name()).stream()
                    .filter(present::contains)
                    .toList();
            steps.add(new BatchStep(definition.name(), needs, work(definition, order)));
        }
        if (order.publishes()) {
            StepWork work = context -> publish.run(run(context, order));
            steps.add(new BatchStep(PUBLISH, List.copyOf(present), work));
        }
        return steps;
    }

    private StepWork work(Definition definition, Order order) {
        return context -> {
            Run run = run(context, order);
            Outcome outcome =
                    definition.table().layer() == Layer.ODS ? land(definition, run) : tables.run(definition, run);
            return new StepOutcome(outcome.verdict(), outcome.rows(), outcome.rules());
        };
    }

    private Outcome land(Definition definition, Run run) {
        Outcome landed = landing.run(definition, run);
        return definition.name().equals(Tombstones.TABLE) ? erasure.run(landed, run) : landed;
    }

    private static Run run(StepContext context, Order order) {
        return new Run(
                context.runId(), order.date(), Installation.jar(), order.full(), context.resumed(), order.reopened());
    }
}
