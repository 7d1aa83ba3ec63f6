package io.siyu.quality;

import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All rules of a table: what its contract says, then what its rule file adds. */
public final class Rules {
    private Rules() {}

    /** The rules of {@code table} in a house, whose rule file is {@code rules/<layer>/<table>.dqdl} if there is one. */
    public static List<Rule> of(Table table, House house) {
        return of(table, house.file("rules/" + table.name().replace('.', '/') + ".dqdl"));
    }

    /** The rules as they are on one night: those that compare with the nights before have numbers for bounds. */
    public static List<Rule> tonight(List<Rule> rules, Table table, History history) {
        return rules.stream()
                .map(rule -> Trend.tonight(rule, table.name(), history))
                .toList();
    }

    /**
     * The rules of {@code table}. A file that does not parse, or names a column that the contract lacks, is an
     * {@link io.siyu.warehouse.SiyuException.InvalidDefinition}.
     */
    public static List<Rule> of(Table table, Optional<Path> dqdlFile) {
        List<Rule> rules = new ArrayList<>(ContractRules.of(table));
        Set<String> ids = new HashSet<>();
        dqdlFile.map(RuleFile::read).orElse(List.of()).forEach(entry -> {
            Rule rule = DqdlReader.read(entry, table);
            if (!ids.add(rule.id())) {
                throw entry.invalid("the rule '" + rule.id() + "' stands twice", "each rule once");
            }
            rules.add(rule);
        });
        return List.copyOf(rules);
    }
}
