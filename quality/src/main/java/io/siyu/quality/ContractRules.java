package io.siyu.quality;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a contract already says, as rules; all are errors. Null passes every rule but {@code required}. */
final class ContractRules {
    private ContractRules() {}

    static List<Rule> of(Table table) {
        List<Rule> rules = new ArrayList<>();
        table.columns().forEach(column -> addColumn(column, rules));
        rules.add(rule("unique grain [" + Words.list(table.grain()) + "]", new Rule.Unique(table.grain())));
        if (table.minRows() > 0) {
            rules.add(rule("rows", new Rule.AtLeast(table.minRows())));
        }
        return List.copyOf(rules);
    }

    private static void addColumn(Column column, List<Rule> rules) {
        String name = column.name();
        String value = "`" + name + "`";
        if (column.required()) {
            rules.add(rule("required " + name, new Rule.EachRow(value + " is not null")));
        }
        if (!column.values().isEmpty()) {
            String allowed =
                    column.values().stream().map(ContractRules::literal).collect(Collectors.joining(", "));
            rules.add(each("values " + name, "cast(" + value + " as string) in (" + allowed + ")", true));
        }
        column.min().ifPresent(min -> rules.add(each("min " + name + " >= " + min, value + " >= " + min, true)));
        column.max().ifPresent(max -> rules.add(each("max " + name + " <= " + max, value + " <= " + max, true)));
        column.equals()
                .ifPresent(sum -> rules.add(each(name + " = " + sum, value + " = (" + sum + ")", !column.required())));
        column.references().ifPresent(in -> rules.add(rule(name + " in " + in, new Rule.Found(name, in))));
    }

    private static Rule each(String id, String condition, boolean whenNull) {
        return rule(id, new Rule.EachRow("coalesce(" + condition + ", " + whenNull + ")"));
    }

    private static Rule rule(String id, Rule.Demand demand) {
        return new Rule(id, Rule.Kind.CONTRACT, Rule.Severity.ERROR, demand);
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
