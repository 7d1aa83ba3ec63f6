package io.siyu.pipelines.cli;

import io.siyu.pipelines.value.BackTest;
import io.siyu.pipelines.value.Recipe;
import io.siyu.pipelines.value.RollingOrigins;
import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.log.CalendarFile;
import io.siyu.pipelines.value.log.CovariateFile;
import io.siyu.pipelines.value.log.Covariates;
import io.siyu.pipelines.value.log.Customer;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.log.TransactionFile;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.report.ClockTable;
import io.siyu.pipelines.value.report.FitTable;
import io.siyu.pipelines.value.report.OriginTable;
import io.siyu.pipelines.value.report.PredictionFile;
import io.siyu.pipelines.value.report.Report;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Fit models of orders and spend to a CSV file of transactions, predict every customer, and hold the predictions"
                    + " to what the file has after --until.",
            "Writes predictions.csv and report.html, and tells the fit."
        })
final class ValueFitCommand implements Callable<Integer> {
    private static final Pattern HORIZON = Pattern.compile("(\\d{1,4})([dw])");

    @Option(
            names = "--transactions",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header, UTF-8, a row per purchase; .gz too.")
    private Path transactions = Path.of("");

    @Option(names = "--customer", required = true, paramLabel = "COLUMN", description = "The customer.")
    private String customer = "";

    @Option(
            names = "--date",
            required = true,
            paramLabel = "COLUMN",
            description = "The day: 2026-11-20, 2026/11/20 or 20261120, a time may follow.")
    private String date = "";

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "COLUMN",
            description = "What was paid, in any one unit. Below 0: a refund, taken off the purchase before it.")
    private String amount = "";

    @Option(
            names = "--least",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description =
                    "A row of less is no purchase; 0.01 leaves out what was given away. Default: ${DEFAULT-VALUE}.")
    private double least;

    @Option(names = "--until", required = true, paramLabel = "DATE", description = "The last day that models see.")
    private LocalDate until = LocalDate.EPOCH;

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "N",
            description = "How far to predict: 39w are weeks, 273d are days.")
    private String horizon = "";

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "pareto-nbd",
            description =
                    "nbd, bg-nbd, mbg-nbd or pareto-nbd. Default: ${DEFAULT-VALUE}. NBD takes its place when customers do"
                            + " not visibly leave.")
    private String model = "pareto-nbd";

    @Option(
            names = "--origins",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Also fit at N - 1 origins before --until, 28 days apart, and tell how each came true. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int origins = 1;

    @Option(
            names = "--season",
            description = "Estimate a clock of weekdays, by which time passes faster on days on which more is bought.")
    private boolean season;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description =
                    "The same with festivals and holidays too: a CSV of kind, name, from and to; a name comes back each year.")
    private @Nullable Path calendar;

    @Option(
            names = "--covariates",
            paramLabel = "FILE",
            description =
                    "A CSV with a row per customer: his name in a column that is called as in --transactions, and numbers. Customers"
                            + " then differ by them in how often they buy and how soon they leave.")
    private @Nullable Path covariates;

    @Option(
            names = "--first-basket",
            description =
                    "Customers also differ by what their first purchase came to and when it was made, and spend counts it.")
    private boolean firstBasket;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder; made when it is not there.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        int days = days();
        Family family = family();
        List<Customer> customers = new TransactionFile(transactions, customer, date, amount, least).read();
        Optional<DayNames> names = names();
        Optional<ClockFit> clock = names.map(known -> ClockFit.of(Split.counts(customers), known, until, days));
        Optional<Covariates> known =
                Optional.ofNullable(covariates).map(file -> new CovariateFile(file, customer).read());
        Recipe recipe = new Recipe(family, known, firstBasket);
        Valuation valuation =
                recipe.at(customers, until, days, clock.map(ClockFit::clock).orElse(Clock.EVEN));
        Optional<BackTest> test =
                valuation.split().isHeldOut() ? Optional.of(BackTest.of(valuation)) : Optional.empty();
        Files.createDirectories(out);
        Path predictions = out.resolve("predictions.csv");
        Path report = out.resolve("report.html");
        PredictionFile.write(valuation, test.isPresent(), predictions);
        Report.write(valuation, test, transactions.getFileName().toString(), report);
        System.out.print(FitTable.text(valuation, test));
        clock.ifPresent(fit -> System.out.print("\n" + ClockTable.text(fit)));
        if (origins > 1) {
            RollingOrigins rolling = RollingOrigins.of(customers, until, days, origins, recipe, names);
            System.out.print("\n" + OriginTable.text(rolling));
        }
        System.out.printf("%nWritten: %s, %s.%n", Words.path(predictions), Words.path(report));
        return 0;
    }

    private Optional<DayNames> names() {
        if (calendar != null) {
            return Optional.of(new CalendarFile(calendar).read());
        }
        return season ? Optional.of(DayNames.NONE) : Optional.empty();
    }

    private int days() {
        Matcher given = HORIZON.matcher(horizon);
        if (!given.matches() || Integer.parseInt(given.group(1)) == 0) {
            throw Problems.invalid("option", "--horizon", "'" + horizon + "'", "weeks such as 39w or days such as 90d");
        }
        return Integer.parseInt(given.group(1)) * (given.group(2).equals("w") ? 7 : 1);
    }

    private Family family() {
        List<String> names = Arrays.stream(Family.values())
                .map(family -> family.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int place = names.indexOf(model);
        if (place < 0) {
            throw Problems.invalid(
                    "option", "--model", model + Words.didYouMean(model, names), "one of " + Words.list(names));
        }
        return Family.values()[place];
    }
}
