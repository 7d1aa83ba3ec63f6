package io.siyu.pipelines.identity.link;

import java.util.List;

/** Values that agree or do not. */
final class ExactMeasure implements Measure {
    @Override
    public List<String> labels() {
        return List.of("differs", "same");
    }

    @Override
    public int level(String a, String b) {
        return a.equals(b) ? 1 : 0;
    }

    @Override
    public int alike() {
        return 1;
    }
}
