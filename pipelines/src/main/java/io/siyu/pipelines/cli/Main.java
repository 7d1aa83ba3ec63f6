package io.siyu.pipelines.cli;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The command line, {@code bin/siyu}; the only main. */
@Command(
        name = "siyu",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "The nightly warehouse and customer data platform for retailers with a private domain (私域).",
        subcommands = {
            NightCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            ReleasesCommand.class,
            RollbackCommand.class,
            VacuumCommand.class,
            SqlCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ContractCommand.class,
            PlanCommand.class,
            DemoCommand.class,
            SampleCommand.class,
            ScoreCommand.class,
            CutCommand.class,
            IdentityCommand.class,
            AttributionCommand.class,
            TagCommand.class,
            AudienceCommand.class,
            ActionCommand.class,
            ValueCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 rejected by quality (do not retry), 3 input not ready (retry later),",
            "64 wrong definition or arguments, 99 nothing to do, 1 anything else (retry)."
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // SQL that is put together has digits as SQL reads them, whatever the machine's language.
        Locale.setDefault(Locale.ROOT);
        int code = commandLine().execute(args);
        System.out.flush();
        keep(code, System.getProperty("siyu.code.file"));
        System.exit(code);
    }

    /** Tells a script that waits the exit code before the JVM ends, which may still fail. */
    private static void keep(int code, @Nullable String file) {
        if (file != null) {
            try {
                Files.writeString(Path.of(file), Integer.toString(code));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .registerConverter(LocalDate.class, Main::date)
                .setExitCodeExceptionMapper(Main::exitCode)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    tell(e, command.getErr());
                    return exitCode(e);
                })
                .setParameterExceptionHandler((e, args) -> {
                    PrintWriter err = e.getCommandLine().getErr();
                    err.println(e.getMessage());
                    String name = e.getCommandLine().getCommandSpec().qualifiedName();
                    err.println("Try: bin/" + name + " --help");
                    return 64;
                });
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no date; write it as 2026-11-20");
        }
    }

    /** What went wrong, in a sentence; the stack only when it is asked for or nobody foresaw the failure. */
    private static void tell(Exception e, PrintWriter err) {
        if (e instanceof SiyuException known) {
            err.println(known.getMessage());
        } else {
            err.println("Cannot go on: " + e + ". What readers see is unchanged; run again, and report this:");
        }
        if (!(e instanceof SiyuException) || System.getenv("SIYU_STACKTRACE") != null) {
            e.printStackTrace(err);
        }
    }

    private static int exitCode(Throwable e) {
        return e instanceof SiyuException known ? known.exitCode() : 1;
    }

    /** Answers {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"siyu " + io.siyu.pipelines.night.Installation.jar()};
        }
    }
}
