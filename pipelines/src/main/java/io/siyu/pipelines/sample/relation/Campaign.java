package io.siyu.pipelines.sample.relation;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Person;
import java.util.ArrayList;
import java.util.List;

/**
 * A mass send to WeCom contacts with a random tenth held out.
 *
 * @param no its place among all sends
 * @param kind A lifts 7-day purchase by 1.5 points, B by nothing, C lowers it by 0.2 points and drives contacts away
 */
public record Campaign(int no, char kind, int day, String code) {
    /** How many days a send works. */
    public static final int WORKS = 7;

    private static final double HELD_OUT = 0.10;
    private static final int[] STATUSES = {10, 80, 4, 6};
    private static final int ROUND = 30;

    /** What a send does to one person: not meant, held out, or treated with a status from 0 to 3. */
    public record Treatment(boolean heldOut, int status, long sentAt) {
        public boolean isDelivered() {
            return !heldOut && status == 1;
        }
    }

    /** All sends of a window: A, B and C in each thirty days. */
    public static List<Campaign> of(World world, Dates dates) {
        List<Campaign> all = new ArrayList<>();
        for (int start = 0; start < world.days(); start += ROUND) {
            for (char kind = 'A'; kind <= 'C'; kind++) {
                int day = start + 4 + 6 * (kind - 'A');
                if (day + WORKS < world.days()) {
                    all.add(new Campaign(all.size(), kind, day, "SEND-" + kind + "-" + dates.digits(day)));
                }
            }
        }
        return List.copyOf(all);
    }

    public String msgid() {
        return "msg" + code.replace("-", "");
    }

    /** Points by which this send changes the share of treated contacts who buy within {@link #WORKS} days. */
    public double points() {
        return switch (kind) {
            case 'A' -> 1.5;
            case 'C' -> -0.2;
            default -> 0;
        };
    }

    /** Whether a contact is meant; who is worth much has twice the odds. */
    public boolean targets(Person person, Draw draw) {
        return draw.chance(person.habits().isHighValue() ? 0.60 : 3.0 / 7);
    }

    /** What happens to somebody who is meant. */
    public Treatment treat(Draw draw) {
        boolean held = draw.chance(HELD_OUT);
        return new Treatment(held, draw.weighted(STATUSES), day * Dates.DAY + 10 * 3600 + draw.below(5400));
    }

    /** Whether a delivered send makes somebody buy who would not have. */
    public boolean makesBuy(Draw draw) {
        return kind == 'A' && draw.chance(0.015 / 0.80);
    }

    /** Whether a delivered send keeps a buyer of these days away; about five of a hundred contacts buy in any seven days. */
    public boolean keepsAway(Draw draw) {
        return kind == 'C' && draw.chance(0.002 / 0.80 / 0.05);
    }

    public boolean drivesAway(Draw draw) {
        return kind == 'C' && draw.chance(0.01);
    }

    /** Whether a time falls into the days this send works. */
    public boolean covers(long at) {
        return at >= day * Dates.DAY + 10 * 3600 && at < (day + WORKS) * Dates.DAY + 10 * 3600;
    }
}
