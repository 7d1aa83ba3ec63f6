package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = "What is said of customers (标签), and why.",
        subcommands = {
            TagListCommand.class,
            TagShowCommand.class,
            TagLintCommand.class,
            TagExplainCommand.class,
            TagDiffCommand.class
        })
final class TagCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
