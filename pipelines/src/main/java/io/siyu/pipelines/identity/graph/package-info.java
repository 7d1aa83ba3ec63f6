/**
 * Who belongs together: from edges between identifiers to clusters under limits, and from clusters to ids that last. Rows in,
 * rows out; no result depends on the order, the number or the place of its rows.
 *
 * <p>Edges are rows of {@code left STRING, right STRING, strength STRING, priority INT, seen, evidence STRING}: two node keys
 * {@code type|namespace|value}, S or M, 1 for what is believed first, when it was last seen (any type that has an order), and
 * the row that says so. Nodes are rows of {@code node STRING, limit_key STRING, limit_count INT, first_seen DATE}: within one
 * cluster at most {@code limit_count} nodes share a {@code limit_key}; a node without a key has no limit.
 */
@NullMarked
package io.siyu.pipelines.identity.graph;

import org.jspecify.annotations.NullMarked;
