package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description = "Customers with a name (人群): list, count, export.",
        subcommands = {AudienceListCommand.class, AudienceCountCommand.class, AudienceExportCommand.class})
final class AudienceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
