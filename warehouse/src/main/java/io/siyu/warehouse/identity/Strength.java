package io.siyu.warehouse.identity;

import java.util.List;
import java.util.stream.Stream;

/** What seeing two identifiers together may do; a later one is weaker, and an edge is as weak as its weakest part. */
public enum Strength {
    /** Merges alone. */
    S,
    /** Merges when nothing guards against it: limits, bad values, validity. */
    M,
    /** Proposes candidates only. */
    W,
    /** Never an edge. */
    N;

    static List<String> names() {
        return Stream.of(values()).map(Enum::name).toList();
    }
}
