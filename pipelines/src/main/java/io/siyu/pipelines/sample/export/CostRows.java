package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.relation.Campaign;
import java.time.LocalDate;

/** What the private domain costs, as finance lists it: a month when it ends, the last one as far as it got. */
final class CostRows {
    private static final String[] CATEGORIES = {"people", "tools", "coupons", "samples", "ads", "content"};
    private static final String[] NOTES = {"私域运营与导购", "SCRM 与企微工具", "核销优惠券", "试用装", "小程序投放", "图文与直播"};

    /** Fen per person of the world and month. */
    private static final int[] FEN = {1_900, 250, 480, 90, 560, 320};

    /** What making a send costs, besides a part for each person of the world. */
    private static final long SEND_FEN = 20_000;

    private final Desk desk;
    private final Stage stage;

    CostRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write() {
        int days = stage.world().days();
        LocalDate month = stage.dates().localDate(-stage.world().history()).withDayOfMonth(1);
        for (; !month.isAfter(stage.dates().localDate(days - 1)); month = month.plusMonths(1)) {
            int end = (int) (month.plusMonths(1).toEpochDay()
                    - stage.dates().localDate(0).toEpochDay()
                    - 1);
            month(Math.min(Math.max(end, 0), days - 1), month);
        }
    }

    private void month(int day, LocalDate month) {
        Draw draw = Draw.at(stage.world().seed(), 95, month.toEpochDay());
        LocalDate known = stage.dates().localDate(day);
        long part = known.isBefore(month.plusMonths(1)) ? known.getDayOfMonth() : month.lengthOfMonth();
        for (int i = 0; i < CATEGORIES.length; i++) {
            long whole = stage.world().persons() * (long) FEN[i] * draw.between(90, 111) / 100;
            line(day, month, CATEGORIES[i], whole * part / month.lengthOfMonth(), "", NOTES[i]);
        }
        for (Campaign campaign : stage.campaigns()) {
            LocalDate sent = stage.dates().localDate(campaign.day());
            if (sent.withDayOfMonth(1).equals(month) && !sent.isAfter(known)) {
                line(day, month, "content", SEND_FEN + stage.world().persons() * 4L, campaign.code(), "群发素材");
            }
        }
    }

    private void line(int day, LocalDate month, String category, long fen, String campaign, String note) {
        desk.shard()
                .row(
                        Export.COST_LEDGER,
                        day,
                        0,
                        month.toString(),
                        "private",
                        category,
                        Desk.grouped(fen),
                        campaign,
                        note);
    }
}
