package io.siyu.pipelines.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The plan as Airflow reads it: {@code dags/plan.json}, sorted, one step a line, the same bytes for the same texts. */
public final class PlanFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanFile() {}

    /** The file's whole text. */
    public static String text(Plan plan) {
        List<String> lines = new ArrayList<>();
        Set<String> last = new TreeSet<>();
        for (Definition step : plan.steps()) {
            lines.add(line(
                    step.name(),
                    step.table().layer().id(),
                    plan.needs(step.name()),
                    step.table().owner()));
            last.add(step.name());
        }
        plan.steps().forEach(step -> last.removeAll(plan.needs(step.name())));
        lines.add(line("publish", "publish", last, "data-platform"));
        return "{\"version\": 1, \"steps\": [\n  " + String.join(",\n  ", lines) + "\n]}\n";
    }

    private static String line(String id, String group, Set<String> needs, String owner) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("id", id);
        step.put("group", group);
        step.put("needs", needs);
        step.put("owner", owner);
        try {
            return JSON.writeValueAsString(step);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
