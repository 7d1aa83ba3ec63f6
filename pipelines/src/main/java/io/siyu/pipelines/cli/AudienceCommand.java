package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;

/** Customers with a name, and any condition over tags. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description = "Customers with a name (人群): list, count, export.",
        subcommands = {AudienceListCommand.class, AudienceCountCommand.class, AudienceExportCommand.class})
final class AudienceCommand extends CommandGroup {}
