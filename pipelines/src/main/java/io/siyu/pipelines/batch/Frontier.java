package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps of a plan may start: those whose needs are all done. Hands out each step once, in plan order. */
final class Frontier {
    private final Map<String, Set<String>> waiting = new LinkedHashMap<>();

    /** Refuses a plan with a step twice, a need outside the plan, or a circle (exit code 64). */
    Frontier(String what, List<BatchStep> steps) {
        for (BatchStep step : steps) {
            if (waiting.put(step.id(), new HashSet<>(step.needs())) != null) {
                throw Problems.cannot(what, step.id() + " stands twice in the plan", "Name every step once");
            }
        }
        for (BatchStep step : steps) {
            List<String> unknown = step.needs().stream()
                    .filter(need -> !waiting.containsKey(need))
                    .toList();
            if (!unknown.isEmpty()) {
                throw Problems.cannot(
                        what,
                        step.id() + " needs " + Words.list(unknown) + ", not in the plan",
                        "Add it to the plan or take the need away");
            }
        }
        refuseCircles(what);
    }

    private Frontier(Map<String, Set<String>> other) {
        other.forEach((id, needs) -> waiting.put(id, new HashSet<>(needs)));
    }

    /** Takes the steps that may start now. */
    List<String> take() {
        List<String> ready = new ArrayList<>();
        waiting.forEach((id, needs) -> {
            if (needs.isEmpty()) {
                ready.add(id);
            }
        });
        ready.forEach(waiting::remove);
        return ready;
    }

    /** {@code id} is done: nobody waits for it any more. */
    void done(String id) {
        waiting.values().forEach(needs -> needs.remove(id));
    }

    private void refuseCircles(String what) {
        Frontier trial = new Frontier(waiting);
        for (List<String> ready = trial.take(); !ready.isEmpty(); ready = trial.take()) {
            ready.forEach(trial::done);
        }
        if (!trial.waiting.isEmpty()) {
            throw Problems.cannot(
                    what,
                    Words.list(trial.waiting.keySet()) + " wait for each other",
                    "Nothing was started; break the circle");
        }
    }
}
