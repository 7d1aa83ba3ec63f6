package io.siyu.warehouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A contract in the Open Data Contract Standard, version 3.1.0, for tools that read that. */
public final class Odcs {
    private static final String STANDARD = "v3.1.0";
    private static final DumpSettings BLOCK = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .build();

    private Odcs() {}

    /**
     * The whole contract as a YAML document. Its {@code id} follows from the table's name; its {@code version} follows
     * from everything else in it, and so changes exactly when the contract does.
     */
    public static String yaml(Table table) {
        Map<String, Object> body = body(table);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", STANDARD);
        document.put("kind", "DataContract");
        document.put("id", UUID.nameUUIDFromBytes(bytes("siyu:" + table.name())).toString());
        document.put("name", table.name());
        document.put("version", version(dump(body)));
        document.put("status", "active");
        document.putAll(body);
        return dump(document);
    }

    private static Map<String, Object> body(Table table) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", Map.of("purpose", table.description()));
        body.put("schema", List.of(schema(table)));
        body.put("team", Map.of("name", table.owner()));
        body.put("slaProperties", promises(table));
        body.put("customProperties", rest(table));
        return body;
    }

    private static Map<String, Object> schema(Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("id", table.simpleName());
        schema.put("name", table.simpleName());
        schema.put("physicalName", table.name());
        schema.put("logicalType", "object");
        schema.put("physicalType", "table");
        schema.put("description", table.description());
        schema.put("dataGranularityDescription", "One row per " + Words.list(table.grain()) + ".");
        schema.put(
                "properties",
                table.columns().stream()
                        .map(column -> OdcsColumn.property(table, column))
                        .toList());
        List<Object> checks = new ArrayList<>();
        if (table.grain().size() > 1) {
            checks.add(check("duplicateValues", "mustBe", 0L, Map.of("properties", table.grain())));
        }
        if (table.minRows() > 0) {
            checks.add(check("rowCount", "mustBeGreaterOrEqualTo", table.minRows(), Map.of()));
        }
        put(schema, "quality", checks);
        return schema;
    }

    /** A check of one of the standard's own metrics; it rejects a release when it fails. */
    static Map<String, Object> check(String metric, String operator, long value, Map<String, ?> arguments) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("type", "library");
        check.put("metric", metric);
        if (!arguments.isEmpty()) {
            check.put("arguments", arguments);
        }
        check.put(operator, value);
        check.put("severity", "error");
        return check;
    }

    private static List<Object> promises(Table table) {
        List<Object> promises = new ArrayList<>();
        promises.add(promise("frequency", 1));
        if (table.keepDays() > 0) {
            promises.add(promise("retention", table.keepDays()));
        }
        return promises;
    }

    private static Map<String, Object> promise(String property, int days) {
        Map<String, Object> promise = new LinkedHashMap<>();
        promise.put("property", property);
        promise.put("value", days);
        promise.put("unit", "d");
        return promise;
    }

    private static List<Object> rest(Table table) {
        List<Object> rest = new ArrayList<>();
        rest.add(custom("layer", table.layer().id()));
        rest.add(custom("write", table.write().name().toLowerCase(Locale.ROOT)));
        if (!table.newest().isEmpty()) {
            rest.add(custom("newest", table.newest()));
        }
        if (!table.first().isEmpty()) {
            rest.add(custom("first", table.first()));
            rest.add(custom("while", table.firstWhile()));
        }
        if (!table.dates().isEmpty()) {
            rest.add(custom("dates", table.dates()));
        }
        if (!table.quiet().isEmpty()) {
            rest.add(custom("quiet", table.quiet()));
        }
        if (!table.asKnown().isEmpty()) {
            rest.add(custom("asKnown", table.asKnown()));
        }
        if (table.write() == Table.Write.OVERWRITE) {
            rest.add(custom("lateDays", table.lateDays()));
        }
        table.transform().ifPresent(java -> rest.add(custom("transform", java)));
        if (!table.reads().isEmpty()) {
            rest.add(custom("reads", table.reads()));
        }
        if (!table.params().isEmpty()) {
            rest.add(custom("params", table.params()));
        }
        return rest;
    }

    static Map<String, Object> custom(String property, Object value) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("property", property);
        custom.put("value", value);
        return custom;
    }

    /** The standard has no empty lists: what is not said is left out. */
    static void put(Map<String, Object> map, String key, List<Object> values) {
        if (!values.isEmpty()) {
            map.put(key, values);
        }
    }

    private static String dump(Map<String, Object> document) {
        return new Dump(BLOCK).dumpToString(document);
    }

    private static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
            return "sha256-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
