package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "action",
        mixinStandardHelpOptions = true,
        description = "What to do next for whom (行动): list, export.",
        subcommands = {ActionListCommand.class, ActionExportCommand.class})
final class ActionCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
