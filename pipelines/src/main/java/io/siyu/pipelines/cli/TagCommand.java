package io.siyu.pipelines.cli;

import picocli.CommandLine.Command;

/** What is said of customers. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = "What is said of customers (标签), and why.",
        subcommands = {
            TagListCommand.class,
            TagShowCommand.class,
            TagLintCommand.class,
            TagExplainCommand.class,
            TagDiffCommand.class,
            TagExportCommand.class
        })
final class TagCommand extends CommandGroup {}
