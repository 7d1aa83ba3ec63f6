package io.siyu.pipelines.sample.relation;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * The contacts of a person over time: made, deleted, made again, transferred, inherited. A second guide is one of another store,
 * so that nobody is a guide's contact twice at a time.
 */
public final class Contacts {
    private static final int LONGEST_STATE = 30;
    private final Stage stage;

    public Contacts(Stage stage) {
        this.stage = stage;
    }

    /** In order of their beginning; empty for who is nobody's contact. */
    public List<Relation> of(Person person) {
        List<Relation> found = new ArrayList<>();
        if (!stage.cast().contacts.has(person.id())) {
            return found;
        }
        Draw draw = Draw.at(stage.world().seed(), 50, person.id());
        int store = person.habits().homeStore();
        found.addAll(with(new Store(store, "", person.place(), "").staff(1 + draw.below(2)), draw));
        if (stage.cast().secondGuide.has(person.id())) {
            int other = (store + 1 + draw.below(stage.stores() - 1)) % stage.stores();
            found.addAll(with(other * Store.STAFF + 1 + draw.below(2), draw));
        }
        return found;
    }

    private List<Relation> with(int staff, Draw draw) {
        int days = stage.world().days();
        boolean before = draw.chance(0.72);
        long day = before ? -draw.between(1, World.HISTORY) : draw.below(days);
        long begins = day * Dates.DAY + 36_000 + draw.below(36_000);
        Relation first = new Relation(staff, begins, Dates.NEVER, "scan", "", way(draw), state(staff, draw));
        long from = Math.max(0, day) * Dates.DAY;
        long later = from + (long) (draw.unit() * (days * Dates.DAY - from));
        long left = stage.leavesAt(staff);
        double u = draw.unit();
        double share = days / 120.0;
        if (left != Dates.NEVER && left > begins) {
            return List.of(first.ended(left, "inherit"), after(first, colleague(staff), left, "inherit"));
        }
        if (u < 0.06 * share && later > begins) {
            Relation gone = first.ended(later, draw.chance(0.5) ? "customer" : "staff");
            long again = later + draw.between(1, 20) * Dates.DAY;
            return draw.chance(0.2) ? List.of(gone, after(first, staff, again, "readd")) : List.of(gone);
        }
        if (u < 0.09 * share && later > begins) {
            return List.of(first.ended(later, "transfer"), after(first, colleague(staff), later, "transfer"));
        }
        return List.of(first);
    }

    private static Relation after(Relation before, int staff, long at, String by) {
        int way = by.equals("readd") ? before.addWay() : 202;
        return new Relation(staff, at, Dates.NEVER, by, "", way, by.equals("readd") ? before.state() : "");
    }

    /** The other guide of the same store. */
    private static int colleague(int staff) {
        return staff / Store.STAFF * Store.STAFF + (staff % Store.STAFF == 1 ? 2 : 1);
    }

    private static int way(Draw draw) {
        int[] ways = {1, 3, 4, 2, 16, 1001};
        return ways[draw.weighted(60, 12, 12, 6, 8, 2)];
    }

    /** The code of the QR; two of a hundred are of a code that two campaigns use, a few are cut off. */
    private static String state(int staff, Draw draw) {
        double u = draw.unit();
        String code = "STORE" + (Store.ofStaff(staff) + 1) + "_";
        if (u < 0.02) {
            return "LDX_REUSED_" + (1 + staff % 3);
        }
        String full = code + "CASHIER_AUTUMN_CAMPAIGN_2026_LONG_CODE";
        return u < 0.025
                ? full.substring(0, LONGEST_STATE)
                : code + (u < 0.5 ? "CASHIER" : u < 0.8 ? "TABLE" : "PARCEL");
    }
}
