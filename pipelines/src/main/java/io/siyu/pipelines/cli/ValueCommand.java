package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        description = "What a customer is worth.",
        subcommands = {ValueFitCommand.class, ValueShowCommand.class})
final class ValueCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(" or ", spec.subcommands().keySet()) + ".");
    }
}
