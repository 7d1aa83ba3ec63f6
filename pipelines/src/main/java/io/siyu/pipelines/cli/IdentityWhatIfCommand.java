package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.OutcomeText;
import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.WhatIf;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.plan.Plan;
import io.siyu.warehouse.identity.IdModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description =
                "What other limits would do to all customers: merges, splits, who is touched; nothing is written.")
final class IdentityWhatIfCommand implements Callable<Integer> {
    @Mixin
    private Explained explained = new Explained();

    @Option(
            names = "--set",
            required = true,
            paramLabel = "KIND.LIMIT=VALUE",
            description = {
                "As in identity.yml: phone.values_per_oneid=2. Limits: values_per_oneid, oneids_per_value,",
                "records_per_value (20, or 20/30 within days), silent_days, strength, priority; none lifts a limit.",
                "May be given several times."
            })
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        Installation at = explained.open();
        IdModel model = IdModel.read(at.catalog().house());
        for (String setting : settings) {
            model = model.with(setting);
        }
        Published published = explained.published(at);
        WhatIf whatIf = new WhatIf(published, Plan.of(at.spark(), at.catalog(), model));
        Explained.print(published, new OutcomeText(whatIf, explained.names(at, published)).lines(settings), System.out);
        return 0;
    }
}
