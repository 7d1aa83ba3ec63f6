package io.siyu.warehouse.identity;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of one type, changed in thought: {@code type.key=value}. Keys are those of {@code identity.yml} that say how much
 * is too much; a limit is a number, {@code number/days}, or {@code none}.
 *
 * @param type the type's name
 * @param key one of {@link #KEYS}
 * @param value as it was written
 */
record IdChange(String type, String key, String value) {
    static final List<String> KEYS =
            List.of("strength", "priority", "values_per_oneid", "oneids_per_value", "records_per_value", "silent_days");

    private static final Pattern SETTING = Pattern.compile("([^.=]+)\\.([^.=]+)=(.+)");
    private static final Pattern LIMIT = Pattern.compile("([0-9]{1,7})(?:/([0-9]{1,7}))?");
    private static final String NONE = "none";

    static IdChange read(String setting, Map<String, IdType> types) {
        Matcher parts = SETTING.matcher(setting.strip());
        if (!parts.matches()) {
            throw wrong(setting, "it has no 'type.key=value'", "one like phone.values_per_oneid=2");
        }
        IdChange change = new IdChange(parts.group(1), parts.group(2), parts.group(3));
        if (!types.containsKey(change.type)) {
            throw wrong(
                    setting,
                    "'" + change.type + "' is no type" + Words.didYouMean(change.type, types.keySet()),
                    "one of " + Words.list(types.keySet()));
        }
        if (!KEYS.contains(change.key)) {
            throw wrong(
                    setting,
                    "'" + change.key + "' cannot be changed" + Words.didYouMean(change.key, KEYS),
                    "one of " + Words.list(KEYS));
        }
        return change;
    }

    /** The type as it would be. */
    IdType of(Map<String, IdType> types) {
        IdType t = Objects.requireNonNull(types.get(type));
        return new IdType(
                t.id(),
                t.label(),
                t.shape(),
                t.isShared(),
                t.isPersonal(),
                key.equals("strength") ? strength() : t.strength(),
                key.equals("priority") ? number(0, 100) : t.priority(),
                t.parent(),
                key.equals("values_per_oneid") ? limit(false) : t.valuesPerOneid(),
                key.equals("oneids_per_value") ? limit(false) : t.oneidsPerValue(),
                key.equals("records_per_value") ? limit(true) : t.recordsPerValue(),
                t.overLimit(),
                key.equals("silent_days") ? (value.equals(NONE) ? 0 : number(1, 1_000_000)) : t.silentDays());
    }

    private Strength strength() {
        return Arrays.stream(Strength.values())
                .filter(s -> s.name().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong("one of " + Words.list(Strength.names())));
    }

    private @Nullable Limit limit(boolean withDays) {
        if (value.equals(NONE)) {
            return null;
        }
        Matcher parts = LIMIT.matcher(value);
        String allowed = "1 to 1000000" + (withDays ? ", with or without days as in 20/30," : "") + " or none";
        if (!parts.matches() || (parts.group(2) != null && !withDays)) {
            throw wrong(allowed);
        }
        int most = Integer.parseInt(parts.group(1));
        int days = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (most < 1 || most > 1_000_000 || days > 1_000_000 || (parts.group(2) != null && days < 1)) {
            throw wrong(allowed);
        }
        return new Limit(most, days);
    }

    private int number(int least, int most) {
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw wrong(least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private RuntimeException wrong(String allowed) {
        return wrong(type + "." + key + "=" + value, "'" + key + "' is '" + value + "'", allowed);
    }

    private static RuntimeException wrong(String setting, String found, String allowed) {
        return Problems.invalid("setting", "'" + setting + "'", found, allowed);
    }
}
