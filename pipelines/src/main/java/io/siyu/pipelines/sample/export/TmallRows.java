package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seller console's pair of exports. Each night's holds the orders of the last thirty days as they are by then, so an
 * order comes again thirty times; what was ordered before the window comes once, with the first drop folder.
 */
final class TmallRows {
    static final int REEXPORTED = 30;
    private static final long EXPORTED_AT = 3_600;

    private final Desk desk;
    private final TmallCells cells;

    TmallRows(Desk desk) {
        this.desk = desk;
        this.cells = new TmallCells(desk.stage());
    }

    void write(Order order, Draw draw) {
        int first = Math.max(0, Dates.day(order.at()));
        int last = Math.min(desk.stage().world().days() - 1, Math.max(0, Dates.day(order.at()) + REEXPORTED - 1));
        boolean roundedOnce = draw.chance(0.001);
        Look before = null;
        byte[] main = new byte[0];
        List<byte[]> items = List.of();
        for (int day = first; day <= last; day++) {
            Look look = Look.of(desk, order, day);
            boolean rounded = roundedOnce && day == first;
            if (!look.equals(before) || rounded) {
                main = desk.shard().bytes(Shops.orders(order.shop()), day, cells.main(order, look, rounded));
                items = items(order, look, day);
            }
            before = rounded ? null : look;
            Placed placed = desk.shard().again(Shops.orders(order.shop()), day, order.at(), main);
            for (byte[] item : items) {
                desk.shard().again(Shops.items(order.shop()), day, order.at(), item);
            }
            if (day == first) {
                notes(order, day, placed, rounded);
            }
        }
    }

    private List<byte[]> items(Order order, Look look, int day) {
        List<byte[]> rows = new ArrayList<>();
        Export export = Shops.items(order.shop());
        for (int i = 0; i < order.lines().size(); i++) {
            rows.add(desk.shard().bytes(export, day, cells.item(order, i, look)));
        }
        return rows;
    }

    private void notes(Order order, int day, @Nullable Placed placed, boolean rounded) {
        OrderNotes.write(desk, order, placed);
        if (rounded) {
            desk.note(placed, Defect.ROUNDED_ID, order.no());
        }
        if (cells.hasLineBreak(order)) {
            desk.note(placed, Defect.NOTE_WITH_LINE_BREAK, order.no());
        }
        Charset charset = desk.stage().plan().charset(Shops.orders(order.shop()), day);
        if (order.buyer().nick().contains("🌸") && cells.showsNick(order) && !charset.equals(StandardCharsets.UTF_8)) {
            desk.note(placed, Defect.UNMAPPABLE_CHARACTER, order.buyer().nick());
        }
    }

    /**
     * All that the row of an order depends on besides the order.
     *
     * @param at when the export was made
     * @param variant which of the shop's header lines the file has
     */
    record Look(io.siyu.pipelines.sample.trade.State state, long refundedFen, boolean saved, int variant) {
        static Look of(Desk desk, Order order, int day) {
            long at = (day + 1) * Dates.DAY + EXPORTED_AT;
            var plan = desk.stage().plan();
            Export export = Shops.orders(order.shop());
            int variant = plan.header(export, day).hashCode() * 31
                    + plan.charset(export, day).name().hashCode();
            boolean forfeited = order.oddity() == io.siyu.pipelines.sample.trade.Oddity.FORFEITED;
            return new Look(
                    order.state(at),
                    forfeited || order.has(Mark.OVER_REFUND) ? 0 : order.refundedFen(at),
                    plan.savesTimes(export, day),
                    variant);
        }
    }
}
