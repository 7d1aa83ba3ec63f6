package io.siyu.pipelines.value.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.siyu.pipelines.page.Echarts;
import io.siyu.pipelines.value.BackTest;
import io.siyu.pipelines.value.OrderModels;
import io.siyu.pipelines.value.Prediction;
import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.model.CovariateFit;
import io.siyu.pipelines.value.model.Fit;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fit as one HTML page, with all that it shows inside; equal fits give equal bytes. */
public final class Report {
    private static final Pattern PLACE = Pattern.compile("@(css|data|echarts|script)@");

    private Report() {}

    /** @param source the name of what was fitted, for the head of the page */
    public static void write(Valuation valuation, Optional<BackTest> test, String source, Path file) {
        try {
            Files.writeString(file, html(valuation, test, source));
        } catch (IOException e) {
            throw Problems.failed("write " + Words.path(file), String.valueOf(e), "Free the place and run again", e);
        }
    }

    static String html(Valuation valuation, Optional<BackTest> test, String source) {
        Map<String, String> parts = Map.of(
                "css", read("report.css"),
                "data", json(data(valuation, test, source)).replace("<", "\\u003c"),
                "echarts", Echarts.script(),
                "script", read("report.js"));
        return PLACE.matcher(read("report.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private static Map<String, Object> data(Valuation valuation, Optional<BackTest> test, String source) {
        Map<String, Object> data = new TreeMap<>();
        Fit fit = valuation.choice().published();
        Tracking tracking = Tracking.of(valuation);
        data.put("source", source);
        data.put("origin", valuation.split().origin().toString());
        data.put("days", valuation.split().days());
        data.put("customers", valuation.predictions().size());
        data.put("model", fit.family().label());
        data.put("logLikelihood", valuation.models().logLikelihood());
        data.put("because", FitTable.because(valuation.choice()));
        data.put("reason", valuation.choice().reason().code());
        data.put("parameters", parameters(valuation));
        data.put(
                "orders",
                valuation.predictions().stream().mapToDouble(Prediction::orders).sum());
        data.put(
                "spend",
                valuation.predictions().stream().mapToDouble(Prediction::spend).sum());
        data.put("frequencies", Frequencies.of(valuation));
        data.put(
                "tracking",
                Map.of(
                        "ends",
                                tracking.ends().stream()
                                        .map(LocalDate::toString)
                                        .toList(),
                        "actual", tracking.actual(),
                        "expected", tracking.expected()));
        if (valuation.choice().hasChurn()) {
            data.put("alive", AliveMatrix.of(valuation));
            data.put("covaried", valuation.models().isCovaried());
        }
        test.ifPresent(t -> data.put("test", tested(t)));
        return data;
    }

    private static Map<String, Object> tested(BackTest test) {
        return new TreeMap<>(Map.of(
                "orders", test.orders(),
                "spend", test.spend(),
                "orderDeciles", test.orderDeciles(),
                "spendDeciles", test.spendDeciles(),
                "levels", Calibration.LEVELS,
                "coverage", test.calibration().coverage(),
                "pit", test.calibration().pit(),
                "logScore", test.calibration().logScore()));
    }

    /** Rows of name, estimate and error; NaN where there is no error. */
    private static List<List<Object>> parameters(Valuation valuation) {
        List<List<Object>> rows = new ArrayList<>();
        Fit fit = valuation.choice().published();
        Optional<CovariateFit> covaried = valuation.models().used();
        List<Double> values = covaried.map(CovariateFit::parameters).orElse(fit.parameters());
        List<Double> errors = covaried.map(CovariateFit::errors).orElse(fit.errors());
        for (int i = 0; i < values.size(); i++) {
            rows.add(List.of(fit.family().parameters().get(i), values.get(i), errors.get(i)));
        }
        covaried.ifPresent(used -> covariates(valuation.models(), used, rows));
        valuation.spend().ifPresent(spend -> {
            rows.add(List.of("p", spend.model().p(), spend.errors().get(0)));
            rows.add(List.of("q", spend.model().q(), spend.errors().get(1)));
            rows.add(List.of("gamma", spend.model().gamma(), spend.errors().get(2)));
        });
        return rows;
    }

    /** Beside the parameters of a customer whose covariates are all 0. */
    private static void covariates(OrderModels models, CovariateFit fit, List<List<Object>> rows) {
        List<String> names = models.known().orElseThrow().names();
        int place = fit.parameters().size();
        for (int i = 0; i < fit.leaving().size(); i++) {
            rows.add(List.of(
                    "γ leaving " + names.get(i),
                    fit.leaving().get(i),
                    fit.errors().get(place++)));
        }
        for (int i = 0; i < names.size(); i++) {
            rows.add(List.of(
                    "γ buying " + names.get(i),
                    fit.buying().get(i),
                    fit.errors().get(place++)));
        }
    }

    private static String json(Map<String, Object> data) {
        try {
            return JsonMapper.builder().build().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw Problems.failed(
                        "read " + name, "it is not on the class path", "This build is broken; build again", null);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
