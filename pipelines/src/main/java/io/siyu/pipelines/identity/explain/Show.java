package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.serve.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A customer: identifiers, the graph between them, and what happened to the id. */
public record Show(Published published, Names names) {
    private static final List<String> HEADER =
            List.of("kind", "identifier", "first seen", "last seen", "said by", "since");

    /** What was found; the drawing is made when it is asked for. */
    public record Found(List<String> lines, Drawing drawing) {
        /** The graph as SVG. */
        public String svg() {
            return drawing.svg();
        }
    }

    /** The customer with this OneID, or whose identifier this is. */
    public Found of(String asked) {
        Customer customer = Customer.of(published, names, asked);
        List<Row> spans = published
                .rows("dim.identity_span")
                .where(col("oneid").equalTo(customer.oneid()))
                .orderBy("node", "assigned_on")
                .selectExpr("node", "cast(assigned_on as string)", "cast(released_on as string)")
                .collectAsList();
        List<String> lines = new ArrayList<>();
        lines.add("Customer " + customer.oneid() + ": "
                + (customer.nodes().isEmpty()
                        ? "it has ended."
                        : Told.count(customer.nodes().size(), "identifier") + ", "
                                + Told.count(customer.ties().graph().edgeSet().size(), "edge") + "."));
        if (!customer.nodes().isEmpty()) {
            lines.add("");
            lines.addAll(new TextTable(HEADER, Set.of()).lines(identifiers(customer, spans)));
            lines.add("");
            lines.add("Graph: each under the one that tells most of it; S strong, M within limits, L likely");
            lines.addAll(new Tree(customer.ties(), names).lines());
        }
        lines.add("");
        lines.addAll(history(customer.oneid(), spans));
        return new Found(lines, new Drawing(customer.ties(), names, customer.oneid()));
    }

    private List<List<@Nullable String>> identifiers(Customer customer, List<Row> spans) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        spans.stream()
                .filter(span -> span.isNullAt(2))
                .sorted(Comparator.comparing((Row span) -> Node.of(span.getString(0)), Node.ORDER))
                .forEach(span -> {
                    String node = span.getString(0);
                    List<Tie> ties = customer.ties().at(node);
                    TreeSet<String> sources = new TreeSet<>();
                    ties.forEach(tie -> sources.addAll(List.of(tie.sources().split(","))));
                    rows.add(List.of(
                            names.label(Node.of(node).type()),
                            names.typed(node),
                            extreme(ties.stream().map(Tie::firstSeen).toList(), Comparator.reverseOrder()),
                            extreme(ties.stream().map(Tie::lastSeen).toList(), Comparator.naturalOrder()),
                            sources.isEmpty() ? "an order, a refund or a member" : String.join(", ", sources),
                            span.getString(1)));
                });
        return rows;
    }

    private static String extreme(List<@Nullable String> days, Comparator<String> order) {
        return days.stream()
                .filter(Objects::nonNull)
                .map(day -> (String) day)
                .max(order)
                .orElse("");
    }

    private List<String> history(String oneid, List<Row> spans) {
        List<String> lines = new ArrayList<>(List.of("History, by day"));
        published
                .rows("dim.identity_event")
                .where(col("oneid").equalTo(oneid).or(col("other_oneid").equalTo(oneid)))
                .orderBy("event_date", "event", "oneid", "other_oneid")
                .selectExpr("cast(event_date as string)", "event", "oneid", "other_oneid", "nodes", "node")
                .collectAsList()
                .forEach(row -> lines.add("  " + row.getString(0) + "  "
                        + sentence(row.getString(1), row.getString(2), row.getString(3), oneid) + ": "
                        + names.of(row.getString(5))
                        + (row.getLong(4) > 1 ? " and " + (row.getLong(4) - 1) + " more" : "")));
        spans.stream()
                .filter(span -> !span.isNullAt(2))
                .forEach(span -> lines.add("  " + span.getString(2) + "  no longer its own: "
                        + names.of(span.getString(0)) + ", since " + span.getString(1)));
        return lines;
    }

    private static String sentence(String event, String oneid, String other, String asked) {
        boolean isOther = other.equals(asked);
        return switch (event) {
            case "created" -> "created (新建)";
            case "merged" -> isOther ? "took in " + oneid + " (合并)" : "merged into " + other + " (合并) and ended";
            case "split" -> isOther ? "parted with " + oneid + " (拆分)" : "split from " + other + " (拆分)";
            case "re_assigned" -> isOther ? "got from " + oneid + " (改派)" : "gave to " + other + " (改派)";
            default -> "ended (注销)";
        };
    }
}
