package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Place;

/** A store. {@code type} is 直营, 加盟 or 联营. */
public record Store(int no, String type, Place place, String street) {
    /** How many staff each store has: a manager, two guides and a cashier. */
    public static final int STAFF = 4;

    private static final String[] STREETS = "银泰城,万象城,大悦城,吾悦广场,天街,印象城,步行街,来福士,环球港,奥莱,恒隆广场,太古里".split(",");

    /** A store for each number; stores of neighbouring numbers lie in other districts. */
    public static Store of(long seed, int no) {
        Draw draw = Draw.at(seed, 30, no);
        String type = draw.chance(0.6) ? "直营" : draw.chance(0.6) ? "加盟" : "联营";
        return new Store(no, type, Place.at(no), STREETS[draw.below(STREETS.length)]);
    }

    public String code() {
        return "S" + Codes.padded(no + 1L, 4);
    }

    public String name() {
        return place.town() + place.district().replace("区", "") + street + "店";
    }

    public boolean isFranchise() {
        return type.equals("加盟");
    }

    /** The staff number of one of the store's people. */
    public int staff(int which) {
        return no * STAFF + Math.floorMod(which, STAFF);
    }

    /** The store of a member of staff. */
    public static int ofStaff(int staff) {
        return staff / STAFF;
    }

    public static String staffNo(int staff) {
        return "G" + Codes.padded(staff + 1L, 5);
    }

    public static String wecomUserid(int staff) {
        return "guide_" + Codes.padded(staff + 1L, 5);
    }
}
