package io.siyu.pipelines.identity.explain;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node key taken apart: {@code type|namespace|value}, and {@code @date} when the value had another owner before.
 *
 * @param namespace {@code *} for a type whose values mean the same everywhere
 * @param since first day of this owner, ISO; empty for the first one
 */
record Node(String type, String namespace, String value, Optional<String> since) {
    /** By type, namespace and value; an earlier owner first. */
    static final Comparator<Node> ORDER = Comparator.comparing(Node::base).thenComparing(n -> n.since.orElse(""));

    private static final Pattern KEY =
            Pattern.compile("([^|]*)\\|([^|]*)\\|(.*?)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?", Pattern.DOTALL);

    static Node of(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no node key: " + key);
        }
        return new Node(parts.group(1), parts.group(2), parts.group(3), Optional.ofNullable(parts.group(4)));
    }

    /** The key without the owner's first day: how {@code dwd.id_edge} names it. */
    String base() {
        return type + "|" + namespace + "|" + value;
    }

    /** The key. */
    String key() {
        return base() + since.map(day -> "@" + day).orElse("");
    }

    /** How a person types it: {@code phone:13912345678}, {@code member_id:crm:M0001}. */
    String typed() {
        return type + ":" + (namespace.equals("*") ? "" : namespace + ":") + value;
    }
}
