package io.siyu.quality;

import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.List;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;

/** Turns a rule as written into a {@link Rule}, after checking it against the contract. */
final class DqdlReader {
    private DqdlReader() {}

    static Rule read(RuleFile.Entry entry, Table table) {
        DqdlRule dqdl;
        try {
            dqdl = DqdlRule.parse(entry.text());
        } catch (InvalidDataQualityRulesetException e) {
            String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw entry.invalid(
                    "'" + entry.text() + "' is not DQDL (" + reason + ")", "a rule such as IsComplete \"x\"");
        }
        checkForm(entry, dqdl);
        checkNames(entry, dqdl, table);
        String id = entry.text().replaceAll("\\s+", " ");
        return new Rule(
                id,
                Rule.Kind.DQDL,
                entry.severity(),
                new Rule.Dqdl(entry.text(), GoodRow.of(dqdl).orElse(null)));
    }

    private static void checkForm(RuleFile.Entry entry, DqdlRule dqdl) {
        if (!DqdlRule.TYPES.contains(dqdl.type())) {
            throw entry.invalid("rule type '" + dqdl.type() + "'", "one of " + Words.list(DqdlRule.TYPES));
        }
        if (dqdl.type().equals("CustomSql") && dqdl.counted().isEmpty()) {
            throw entry.invalid("a CustomSql of another form", DqdlRule.COUNT_FORM);
        }
        if (dqdl.condition().contains("now()")) {
            throw entry.invalid("the clock (now())", "a condition that gives the same answer on every run");
        }
        if (dqdl.hasThreshold()) {
            throw entry.invalid("'with threshold', which Deequ overlooks on numbers", DqdlRule.COUNT_FORM);
        }
        if (Trend.isIn(entry.text())) {
            Trend.problem(dqdl, entry.severity()).ifPresent(problem -> {
                throw entry.invalid(problem, Trend.FORM);
            });
        }
        if (dqdl.check().isEmpty()) {
            throw entry.invalid("'" + entry.text() + "', which Deequ cannot express", "a rule on one table's columns");
        }
    }

    private static void checkNames(RuleFile.Entry entry, DqdlRule dqdl, Table table) {
        List<String> columns = new ArrayList<>(dqdl.columns());
        List<String> conditions = new ArrayList<>();
        dqdl.where().ifPresent(conditions::add);
        dqdl.counted().ifPresent(conditions::add);
        for (String condition : conditions) {
            SqlNames names = names(entry, condition);
            names.unrepeatable().ifPresent(function -> {
                throw entry.invalid(
                        "function '" + function + "'", "a condition that gives the same answer on every run");
            });
            columns.addAll(names.columns());
        }
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                throw entry.invalid(
                        "no column '" + column + "' in " + table.name() + Words.didYouMean(column, table.columnNames()),
                        "columns of " + table.name());
            }
        }
    }

    private static SqlNames names(RuleFile.Entry entry, String condition) {
        try {
            return SqlNames.of(condition);
        } catch (Exception e) {
            throw entry.invalid("'" + condition + "' is no SQL condition", "a SQL condition over the table's columns");
        }
    }
}
