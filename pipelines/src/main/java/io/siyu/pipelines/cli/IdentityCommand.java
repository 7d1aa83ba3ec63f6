package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;

/** Who is who, and why. */
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
final class IdentityCommand extends CommandGroup {}
