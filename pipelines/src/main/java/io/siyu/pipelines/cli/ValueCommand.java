package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;

/** What customers are worth. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        description = "What a customer is worth.",
        subcommands = {ValueFitCommand.class, ValueShowCommand.class})
final class ValueCommand extends CommandGroup {}
