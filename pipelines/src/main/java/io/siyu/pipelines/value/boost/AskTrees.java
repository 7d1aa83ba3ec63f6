package io.siyu.pipelines.value.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** What both challengers say of each customer as of each origin, tallied with what he did. */
record AskTrees(Broadcast<List<SpanTrees>> trees) implements MapPartitionsFunction<Row, Row> {
    private static final int BATCH = 8192;

    @Override
    public Iterator<Row> call(Iterator<Row> customers) {
        Tally tally = new Tally();
        List<Purchases> batch = new ArrayList<>();
        while (customers.hasNext()) {
            batch.add(Purchases.of(customers.next()));
            if (batch.size() == BATCH || !customers.hasNext()) {
                for (int span = 0; span < trees.value().size(); span++) {
                    ask(span, batch, tally);
                }
                batch.clear();
            }
        }
        return tally.rows();
    }

    private void ask(int at, List<Purchases> batch, Tally tally) {
        SpanTrees asked = trees.value().get(at);
        Span span = asked.span();
        int origin = (int) span.origin().toEpochDay();
        List<Purchases> bought = new ArrayList<>();
        float[] all = new float[batch.size() * Features.SIZE];
        for (Purchases one : batch) {
            if (Features.write(one, origin, all, bought.size() * Features.SIZE)) {
                bought.add(one);
            }
        }
        if (bought.isEmpty()) {
            return;
        }
        float[] rows = Arrays.copyOf(all, bought.size() * Features.SIZE);
        float[] days = asked.purchases().of(rows, span.longer());
        ZeroInflatedLogNormal[] spends = asked.spend().of(rows, span.longer());
        for (int i = 0; i < days.length; i++) {
            int repeats = (int) rows[i * Features.SIZE + Features.NAMES.indexOf("repeats")];
            long spent = bought.get(i).spentBy(origin);
            int laterDays = bought.get(i).laterDays(origin, span.days());
            long laterFen = bought.get(i).laterFen(origin, span.days());
            double fen = days[i] * span.perDay().after(repeats + 1, (double) spent);
            tally.add(at, repeats, days[i], fen, laterDays, laterFen);
            tally.add(at, repeats, spends[i], laterFen);
        }
    }
}
