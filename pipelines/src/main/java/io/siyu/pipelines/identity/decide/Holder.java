package io.siyu.pipelines.identity.decide;

import java.util.Set;

/**
 * Whose an id is.
 *
 * @param node the identifier that speaks for the id: itself, or of a OneID the one believed first
 * @param customer by identifiers alone, the least node of {@code dim.id_cluster}
 * @param limits {@code type|namespace} of identifiers that the customer has and of which one customer has one
 */
public record Holder(String node, String customer, Set<String> limits) {}
