package io.siyu.pipelines.serve;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** Admits what readers may ask besides queries: what there is, how a query runs, and settings that change no result. */
final class ReaderCommand {
    private static final Set<String> COMMANDS =
            Set.of(("DescribeColumn DescribeFunction DescribeNamespace DescribeRelation SetCatalogAndNamespace "
                            + "SetNamespaceCommand ShowCatalogsCommand ShowColumns ShowCurrentNamespaceCommand "
                            + "ShowFunctions ShowNamespaces ShowTables ShowViews")
                    .split(" "));

    private static final Set<String> SETTINGS = Set.of(
            "spark.sql.adaptive.enabled",
            "spark.sql.autobroadcastjointhreshold",
            "spark.sql.shuffle.partitions",
            "spark.sql.thriftserver.scheduler.pool");

    private final VisibleTables tables;
    private final ReaderStatement statement;

    ReaderCommand(VisibleTables tables, String schema) {
        this.tables = tables;
        this.statement = new ReaderStatement(tables, schema);
    }

    /** The statement, its queries over pinned rows. */
    LogicalPlan admit(LogicalPlan plan) {
        if (!(plan instanceof Command)) {
            return statement.query(plan);
        }
        if (plan instanceof ExplainCommand explain) {
            return new ExplainCommand(admit(explain.logicalPlan()), explain.mode());
        }
        if (plan instanceof DescribeQueryCommand describe) {
            return new DescribeQueryCommand(describe.queryText(), statement.query(describe.plan()));
        }
        if (plan instanceof SetCommand set) {
            checkSetting(set);
            return plan;
        }
        String name = plan.getClass().getSimpleName();
        if (!COMMANDS.contains(name)) {
            throw ReaderStatement.refused("it is a " + name);
        }
        for (LogicalPlan child :
                JavaConverters.seqAsJavaListConverter(plan.children()).asJava()) {
            if (child instanceof UnresolvedTableOrView table) {
                checkTable(statement.name(table.multipartIdentifier()));
            }
        }
        return plan;
    }

    private void checkTable(String name) {
        if (!tables.has(name)) {
            throw tables.unknown(name);
        }
    }

    private static void checkSetting(SetCommand set) {
        String key = set.kv().isEmpty() ? "" : ((Tuple2<String, ?>) set.kv().get())._1();
        if (!SETTINGS.contains(key.toLowerCase(Locale.ROOT))) {
            throw ReaderStatement.refused(
                    key.isEmpty() ? "it lists all settings" : "setting " + key + " is not open to readers");
        }
    }
}
