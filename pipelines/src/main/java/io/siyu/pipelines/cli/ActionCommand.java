package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;

/** What to do next for whom, as {@code warehouse/actions} says. */
@Command(
        name = "action",
        mixinStandardHelpOptions = true,
        description = "What to do next for whom (行动): list, export.",
        subcommands = {ActionListCommand.class, ActionExportCommand.class})
final class ActionCommand extends CommandGroup {}
