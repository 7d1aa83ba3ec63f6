package io.siyu.warehouse.tag;

import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of a tag before anything is computed. */
record TagChecks(TagCatalog catalog) {
    private static final String BUSINESS_DATE = "business_date";
    private static final String ONEID = "oneid";
    private static final Set<String> COUNTS = Set.of("count", "count_if", "distinct");

    /** Throws an InvalidDefinition for the first thing that is wrong. */
    void check(Tag tag) {
        if (tag.otherwise().isPresent() == tag.nullMeans().isPresent()) {
            throw tag.invalid(
                    "default",
                    tag.otherwise().isPresent() ? "stands beside 'null_means'" : "is missing, and so is 'null_means'",
                    "one of them: the value of who has none, or what it means to have none");
        }
        if (!tag.expiresOn().isAfter(tag.effectiveFrom())) {
            throw tag.invalid("expires_on", "is " + tag.expiresOn(), "a date after " + tag.effectiveFrom());
        }
        String base = tag.id();
        if (tag.unit().isPresent() && !base.endsWith("_" + tag.unit().get())) {
            throw tag.invalid(
                    "unit",
                    "is '" + tag.unit().get() + "'",
                    "an id ending in _" + tag.unit().get());
        }
        tag.otherwise().ifPresent(value -> literal(tag, "default", value));
        if (tag.kind().isDrawnFromRows()) {
            drawn(tag, tag.from().orElseThrow());
        } else {
            derived(tag);
        }
        tag.never()
                .forEach(text ->
                        TagCondition.of(catalog, tag.at(), "'never' of tag '" + tag.id() + "'", text, Map.of()));
        new TagExampleChecks(catalog).check(tag);
    }

    private void drawn(Tag tag, String from) {
        Table table = catalog.table(from)
                .orElseThrow(() -> tag.invalid(
                        "from",
                        "is '" + from + "', which is no table" + Words.didYouMean(from, catalog.tableNames()),
                        "a table with a column oneid"));
        if (table.column(ONEID).isEmpty()) {
            throw tag.invalid(
                    "from", "is '" + from + "', which has no column oneid", "a table that says whose its rows are");
        }
        if (!tag.windows().isEmpty() && table.column(BUSINESS_DATE).isEmpty()) {
            throw tag.invalid("window", "is over '" + from + "', whose rows have no business_date", "no 'window'");
        }
        if (tag.value().isEmpty() || !tag.layers().isEmpty()) {
            throw tag.invalid("value", "is missing, or has 'layers' beside it", "an aggregate over " + from);
        }
        Expression value = parsed(tag, "value", tag.value().get(), true);
        named(tag, "value", value, new TreeSet<>(table.columnNames()), from);
        if (!value.isAggregate() || !value.namesOutsideAggregates().isEmpty()) {
            throw tag.invalid(
                    "value",
                    "has columns in no aggregate: " + Words.list(value.namesOutsideAggregates()),
                    "columns within one of " + Words.list(Expression.AGGREGATES));
        }
        typed(tag);
        tag.where()
                .ifPresent(where -> named(
                        tag, "where", parsed(tag, "where", where, false), new TreeSet<>(table.columnNames()), from));
    }

    /** Counts are numbers, and what is most often is a text. */
    private static void typed(Tag tag) {
        String function = new TagWords("", "")
                .call(tag.value().orElseThrow())
                .map(TagWords.Call::name)
                .orElse("");
        boolean isNumber = Set.of("int", "bigint", "double").contains(tag.type());
        if (function.equals("favourite") && !tag.type().equals("string")) {
            throw tag.invalid("type", "is " + tag.type() + ", but favourite() gives a text", "string");
        }
        if (COUNTS.contains(function) && !isNumber) {
            throw tag.invalid("type", "is " + tag.type() + ", but " + function + "() gives a number", "int or bigint");
        }
    }

    private void derived(Tag tag) {
        if (tag.where().isPresent()) {
            throw tag.invalid("where", "is '" + tag.where().get() + "'", "no 'where': tags are not rows");
        }
        String field = tag.layers().isEmpty() ? "value" : "layers";
        for (String suffix : tag.suffixes()) {
            named(tag, field, parsed(tag, field, tag.formula(suffix), false), catalog.columnNames(), "the tags");
        }
        List<Tag.Layer> layers = tag.layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean isLast = i == layers.size() - 1;
            if (layers.get(i).when().isEmpty() != isLast) {
                throw tag.invalid(
                        "layers",
                        isLast ? "may leave customers without a value" : "go on after 'else'",
                        "'else' as the last");
            }
            literal(tag, "layers", layers.get(i).then());
        }
        for (Tag used : catalog.uses(tag)) {
            if (catalog.isActive(tag) && !catalog.isActive(used)) {
                throw tag.invalid(
                        "value",
                        "uses '" + used.id() + "', which is not computed",
                        "tags that are live and switched on");
            }
            if (!used.consent().equals("none") && tag.consent().equals("none")) {
                throw tag.invalid(
                        "consent", "is none, but '" + used.id() + "' needs " + used.consent(), used.consent());
            }
            if (used.sensitivity().equals("sensitive") && !tag.sensitivity().equals("sensitive")) {
                throw tag.invalid(
                        "sensitivity",
                        "is " + tag.sensitivity() + ", but '" + used.id() + "' is sensitive",
                        "sensitive");
            }
        }
    }

    private static Expression parsed(Tag tag, String field, String text, boolean mayAggregate) {
        Expression expression;
        try {
            expression = Expression.of(text);
        } catch (IllegalArgumentException e) {
            throw tag.invalid(field, String.valueOf(e.getMessage()), "an SQL expression");
        }
        expression.fault().ifPresent(fault -> {
            throw tag.invalid(field, fault, "an SQL expression");
        });
        Set<String> allowed = new TreeSet<>(Expression.SCALARS);
        allowed.addAll(
                mayAggregate ? Expression.AGGREGATES : tag.kind().isDrawnFromRows() ? Set.of() : Expression.RANKS);
        for (String function : expression.functions()) {
            if (!allowed.contains(function)) {
                throw tag.invalid(field, "calls " + function + "()", "functions among " + Words.list(allowed));
            }
        }
        return expression;
    }

    private static void named(Tag tag, String field, Expression expression, Set<String> known, String of) {
        for (String name : expression.names()) {
            if (!known.contains(name)) {
                throw tag.invalid(field, "names '" + name + "'" + Words.didYouMean(name, known), "columns of " + of);
            }
        }
    }

    /** A value that stands in a field must be one of the tag's. */
    static void literal(Tag tag, String field, String value) {
        boolean isNothing = value.equals(TagExample.NULL) && tag.otherwise().isEmpty();
        if (!isNothing && !fits(tag, value)) {
            throw tag.invalid(
                    field,
                    "has '" + value + "'",
                    tag.domain().isEmpty() ? "a value of type " + tag.type() : "one of " + Words.list(tag.domain()));
        }
    }

    /** Whether a text is a value of a tag's type and domain. */
    static boolean fits(Tag tag, String value) {
        return switch (tag.type()) {
            case "int", "bigint" -> value.matches("-?[0-9]{1,18}");
            case "double" -> value.matches("-?[0-9]+(\\.[0-9]+)?");
            case "boolean" -> value.matches("true|false");
            case "date" -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            default -> tag.domain().isEmpty() || tag.domain().contains(value);
        };
    }
}
