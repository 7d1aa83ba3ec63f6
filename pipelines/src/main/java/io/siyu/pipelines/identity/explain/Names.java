package io.siyu.pipelines.identity.explain;

import io.siyu.pipelines.privacy.Tokens;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;
import io.siyu.warehouse.identity.Limit;
import io.siyu.warehouse.identity.Strength;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How identifiers and what shows them are written for people: the kind in Chinese and as identity.yml names it, values masked
 * unless they were asked for as tables have them. A token is written as the mask of what it stands for, and never in clear.
 *
 * @param vault what a token stands for, where the vault knows
 */
public record Names(IdModel model, boolean clear, Function<String, Optional<String>> vault) {
    private static final int FEW = 6;
    private static final int STRONG = 101;
    private static final int SHORT = 10;

    /** {@code 手机号 phone:138****5678}. */
    String of(String key) {
        return label(Node.of(key).type()) + " " + typed(key);
    }

    /** {@code phone:138****5678}, and since when it is a later owner's. */
    String typed(String key) {
        Node node = Node.of(key);
        return new Node(node.type(), node.namespace(), value(node.value()), node.since()).typed()
                + node.since().map(day -> " (owner since " + day + ")").orElse("");
    }

    /** {@code 手机号 phone}. */
    String kind(String type) {
        return label(type) + " " + type;
    }

    /** A kind and namespace as limits name them, {@code member_id|crm}: {@code 会员编号 member_id of crm}. */
    String limit(String limitKey) {
        String[] parts = limitKey.split("\\|", 2);
        return kind(parts[0]) + (parts.length < 2 || parts[1].equals("*") ? "" : " of " + parts[1]);
    }

    /** {@code source, record …} with the personal parts of the record masked. */
    String evidence(String evidence) {
        String[] parts = evidence.split("\\|", 2);
        return parts.length < 2 ? parts[0] : parts[0] + " " + record(parts[1]);
    }

    private String record(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(this::part).collect(Collectors.joining("|"));
    }

    /** Of an identifier within a record its kind and namespace are nobody's. */
    private String part(String text) {
        return model.type(text).isPresent() ? text : value(text);
    }

    /** The first few, by text, and how many more. */
    String some(Collection<String> keys) {
        Set<String> sorted = new TreeSet<>(keys);
        String named = sorted.stream().limit(FEW).map(this::of).collect(Collectors.joining(", "));
        return named + (sorted.size() > FEW ? " and " + (sorted.size() - FEW) + " more" : "");
    }

    String value(String value) {
        if (Tokens.isToken(value)) {
            return vault.apply(value).map(Mask::of).orElseGet(() -> value.substring(0, SHORT) + "…");
        }
        return clear ? value : Mask.of(value);
    }

    String label(String type) {
        return model.type(type).map(IdType::label).orElse(type);
    }

    /** The greater is believed first: S before others, then by priority. */
    int priority(Node node) {
        return model.type(node.type())
                .map(type -> type.priority() + (type.strength() == Strength.S ? STRONG : 0))
                .orElse(0);
    }

    /** Most values of the kind in a limit's key that a customer may have; empty when identity.yml gives no limit. */
    OptionalInt most(String limitKey) {
        Limit limit = model.type(limitKey.split("\\|", 2)[0])
                .map(IdType::valuesPerOneid)
                .orElse(null);
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit.most());
    }

    /** Days after which a value that comes back is somebody else's. */
    int silence(String type) {
        return model.type(type).map(IdType::silentDays).orElse(0);
    }
}
