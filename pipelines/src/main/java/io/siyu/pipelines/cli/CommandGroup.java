package io.siyu.pipelines.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has subcommands: said alone, it names them and exits with 64. */
abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final void run() {
        List<String> names = List.copyOf(spec.subcommands().keySet());
        String last = names.get(names.size() - 1);
        String first = String.join(", ", names.subList(0, names.size() - 1));
        throw new ParameterException(
                spec.commandLine(), "Name what to do: " + (first.isEmpty() ? last : first + " or " + last) + ".");
    }
}
