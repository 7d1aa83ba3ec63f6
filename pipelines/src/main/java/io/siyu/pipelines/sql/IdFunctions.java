package io.siyu.pipelines.sql;

import io.siyu.warehouse.identity.Cleaning;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * How SQL cleans identifiers with what {@code dwd.id_form} says of their kind. {@code id_clean(value, swap_from, swap_to, drop,
 * lead)}: the value as it stands in edges. {@code id_fits(clean, pattern, refuse)}: whether a clean value looks like one of its
 * kind and is not nobody's. Null of a null value or of a kind that is none.
 */
final class IdFunctions {
    private record Steps(String swapFrom, String swapTo, String drop, String lead) {}

    private static final Map<Steps, Cleaning> CLEANINGS = new ConcurrentHashMap<>();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private IdFunctions() {}

    static void register(UDFRegistration functions) {
        functions.register(
                "id_clean",
                (UDF5<String, String, String, String, String, String>) IdFunctions::clean,
                DataTypes.StringType);
        functions.register("id_fits", (UDF3<String, String, String, Boolean>) IdFunctions::fits, DataTypes.BooleanType);
    }

    private static @Nullable String clean(
            @Nullable String value,
            @Nullable String swapFrom,
            @Nullable String swapTo,
            @Nullable String drop,
            @Nullable String lead) {
        if (value == null || swapFrom == null || swapTo == null || drop == null || lead == null) {
            return null;
        }
        return CLEANINGS
                .computeIfAbsent(
                        new Steps(swapFrom, swapTo, drop, lead),
                        steps -> new Cleaning(steps.swapFrom, steps.swapTo, steps.drop, steps.lead))
                .of(value);
    }

    private static @Nullable Boolean fits(@Nullable String clean, @Nullable String pattern, @Nullable String refuse) {
        if (clean == null || pattern == null || refuse == null) {
            return null;
        }
        return matches(pattern, clean) && !matches(refuse, clean);
    }

    private static boolean matches(String pattern, String value) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                .matcher(value)
                .matches();
    }
}
