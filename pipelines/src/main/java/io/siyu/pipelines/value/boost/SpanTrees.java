package io.siyu.pipelines.value.boost;

import java.io.Serializable;

/** Both challengers of one span. */
record SpanTrees(Span span, PurchaseTrees purchases, SpendTrees spend) implements Serializable {

    static SpanTrees of(Span span, Sample sample) {
        return new SpanTrees(span, PurchaseTrees.of(sample), SpendTrees.of(sample));
    }
}
