package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;

/**
 * Reports of three ad platforms. Each night tells today's spend as an estimate and yesterday's again by up to 3% otherwise;
 * conversions grow for thirty days. What platforms claim to have sold exceeds what was sold.
 */
final class AdRows {
    static final int OCEAN = 6;
    static final int TENCENT = 3;
    static final int ALIMAMA = 5;

    /** A campaign that stands in no mapping list. */
    static final int UNMAPPED = 5;

    private static final int RESTATED = 30;
    private final Desk desk;
    private final Stage stage;

    AdRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    /** One campaign's numbers of one day, as a platform tells them some days later; money in fen. */
    private record Report(long cost, long shows, long clicks, long orders, long claimed) {}

    static String code(int campaign) {
        return "AD" + (1_700_000_000_000_077L + campaign);
    }

    void write() {
        for (int day = 0; day < stage.world().days(); day++) {
            for (int back = 0; back <= Math.min(RESTATED, day); back++) {
                for (int c = 0; c < OCEAN; c++) {
                    ocean(day, back, c);
                }
                for (int c = OCEAN; c < OCEAN + TENCENT && back <= 1; c++) {
                    tencent(day, back, c);
                }
            }
            alimama(day);
        }
    }

    private Report report(int campaign, int day, int age) {
        Draw draw = Draw.at(stage.world().seed(), 91, day * 64L + campaign);
        double scale = stage.world().persons() / 10_000.0 * stage.season().factor(day);
        long settled = (long) (scale * (20_000 + 15_000 * campaign) * draw.logNormal(1, 0.2));
        long cost = age == 0 ? settled * (970 + draw.below(61)) / 1000 : settled;
        long shows = settled / 2 + 100;
        long clicks = shows * (10 + draw.below(20)) / 1000;
        double told = 1 - 0.5 * StrictMath.exp(-age / 6.0);
        long orders = (long) (clicks * 0.05 * told);
        return new Report(cost, shows, clicks, orders, orders * (15_000 + draw.below(20_000)));
    }

    private void ocean(int day, int back, int c) {
        Report r = report(c, day - back, back);
        Json json = desk.json().open();
        json.put("stat_datetime", stage.dates().date(day - back) + " 00:00:00");
        json.put("advertiser_id", 1_700_000_000_000_001L);
        json.put("campaign_id", 1_700_000_000_000_077L + c);
        json.put("campaign_name", "思语_千川_" + (c + 1));
        json.put("campaign_code", code(c));
        json.yuan("cost", r.cost());
        json.put("show", r.shows());
        json.put("click", r.clicks());
        json.put("convert", r.orders());
        json.put("pay_order_count", r.orders());
        json.yuan("pay_order_amount", r.claimed());
        json.put("attribution_basis", "billing_time");
        json.end();
        Placed placed = desk.shard().line(Export.OCEANENGINE, day, back);
        if (back == 1) {
            desk.note(placed, Defect.SPEND_RESTATED, code(c));
        }
        if (back > 1) {
            desk.note(placed, Defect.CONVERSIONS_RESTATED, code(c));
        }
        if (c == UNMAPPED && back == 0) {
            desk.note(placed, Defect.SPEND_WITHOUT_CAMPAIGN, code(c));
        }
    }

    private void tencent(int day, int back, int c) {
        Report r = report(c, day - back, back);
        Json json = desk.json().open();
        json.put("date", stage.dates().date(day - back));
        json.put("account_id", 30_001);
        json.put("campaign_id", 1_700_000_000_000_077L + c);
        json.put("campaign_code", code(c));
        json.put("view_count", r.shows());
        json.put("valid_click_count", r.clicks());
        json.put("cost", r.cost());
        json.put("scan_follow_user_count", r.clicks() / 20);
        json.put("order_clk_7d_pv", r.orders());
        json.put("order_clk_7d_amount", r.claimed());
        json.end();
        Placed placed = desk.shard().line(Export.TENCENT, day, back);
        if (back == 1) {
            desk.note(placed, Defect.SPEND_RESTATED, code(c));
        }
    }

    private void alimama(int day) {
        long spent = 0;
        long claimed = 0;
        long orders = 0;
        for (int c = OCEAN + TENCENT; c < OCEAN + TENCENT + ALIMAMA; c++) {
            Report r = report(c, day, 1);
            spent += r.cost();
            claimed += r.claimed();
            orders += r.orders();
            row(
                    day,
                    1,
                    stage.dates().date(day),
                    code(c),
                    "关键词推广_" + c,
                    r.cost(),
                    r.shows(),
                    r.clicks(),
                    r.orders(),
                    r.claimed());
        }
        boolean wrong = day == stage.nights().totalMismatch();
        Placed total = row(day, 2, "总计", "", "", spent + (wrong ? 50_000 : 0), 0, 0, orders, claimed);
        desk.note(total, Defect.TOTAL_ROW, "a line of totals ends the report");
        if (wrong) {
            desk.note(total, Defect.TOTAL_MISMATCH, "the total is 500.00 too high");
        }
    }

    private Placed row(
            int day,
            int place,
            String date,
            String code,
            String name,
            long cost,
            long shows,
            long clicks,
            long orders,
            long claimed) {
        String rate = shows == 0 ? "-" : Desk.yuan(clicks * 10_000 / shows) + "%";
        String[] cells = {
            date,
            "371",
            "关键词推广",
            code,
            name,
            Desk.grouped(cost),
            Long.toString(shows),
            Long.toString(clicks),
            rate,
            clicks == 0 ? "-" : Desk.yuan(cost / clicks),
            Desk.grouped(claimed),
            Long.toString(orders),
            cost == 0 ? "-" : Desk.yuan(claimed * 100 / cost)
        };
        return java.util.Objects.requireNonNull(desk.shard().row(Export.ALIMAMA, day, place, cells));
    }
}
