package io.siyu.pipelines.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Steps that write down that they ran. */
final class Trace {
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    /** A step that writes one row. */
    BatchStep step(String id, String... needs) {
        return step(id, context -> new StepOutcome("written", 1, "2 ok"), needs);
    }

    BatchStep step(String id, StepWork work, String... needs) {
        return new BatchStep(id, List.of(needs), context -> {
            ran.add(id);
            return work.run(context);
        });
    }

    BatchStep failing(String id, RuntimeException thrown, String... needs) {
        return step(
                id,
                context -> {
                    throw thrown;
                },
                needs);
    }

    /** Ids in the order they started; asking clears them. */
    List<String> ran() {
        List<String> now = List.copyOf(ran);
        ran.clear();
        return now;
    }
}
