package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.drop.Drops;
import io.siyu.pipelines.sample.relation.Campaign;

/** What a world has besides people: its lists, its ads, its days; and in the end what its campaigns did. */
public final class Fixtures {
    private final Desk desk;

    public Fixtures(Desk desk) {
        this.desk = desk;
    }

    public void write() {
        new MasterRows(desk).write();
        new ControlRows(desk).write();
        new CostRows(desk).write();
        new AdRows(desk).write();
        new DailyRows(desk).write();
        ReferralRows referrals = new ReferralRows(desk);
        for (int ring = 0; ring < ReferralRows.RINGS; ring++) {
            referrals.ring(ring);
        }
    }

    /** The truth about each send, from what all shards counted. */
    public void lift(Drops drops) {
        for (Campaign c : desk.stage().campaigns()) {
            int slot = c.no() * 8;
            desk.shard()
                    .truth(
                            Export.TRUTH_LIFT,
                            c.code(),
                            String.valueOf(c.kind()),
                            desk.stage().dates().date(c.day()),
                            text(drops.counted(slot)),
                            text(drops.counted(slot + 1)),
                            Desk.yuan(StrictMath.round(c.points() * 100)),
                            text(drops.counted(slot + 2)),
                            text(drops.counted(slot + 3)),
                            text(drops.counted(slot + 4)),
                            text(drops.counted(slot + 5)),
                            text(drops.counted(slot + 6)));
        }
    }

    private static String text(long count) {
        return Long.toString(count);
    }
}
