package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Who is who: why and why not, and what would be.",
        subcommands = {
            IdentityWhyCommand.class,
            IdentityWhyNotCommand.class,
            IdentityShowCommand.class,
            IdentityWeakestCommand.class,
            IdentityWhatIfCommand.class,
            IdentityLinkCommand.class,
            IdentityEvaluateCommand.class,
            IdentityDecideCommand.class,
            IdentityEraseCommand.class
        })
final class IdentityCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(" or ", spec.subcommands().keySet()) + ".");
    }
}
