package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Habits;
import java.util.Arrays;

/**
 * When somebody buys, from the beginning of the history to the end of the window. Candidates come from the person's
 * process and stay with the season's chance, so every process breathes with the year.
 */
public final class Moments {
    private static final double SECONDS_PER_YEAR = 365.0 * Dates.DAY;
    private static final int MOST = 400;

    /** How many more candidates there are than purchases on an average day. */
    private static final double OVERDRAWN = 7;

    private static final double BURST = 2.6;

    private final World world;
    private final Season season;

    public Moments(World world, Season season) {
        this.world = world;
        this.season = season;
    }

    /** How the rate of who buys at the times that the same draw gives turns. */
    public Course course(Habits habits, Draw draw) {
        double once = draw.unit();
        if (habits.process() == Habits.Process.ONCE) {
            return new Course((long) within(once), 0);
        }
        Turns turns = turns(once, draw);
        return switch (habits.process()) {
            case DYING -> new Course((long) (from() + turns.alive()), 0);
            case CHANGING -> new Course((long) turns.change(), turns.later());
            default -> new Course(Dates.NEVER, 1);
        };
    }

    /** Times in order, in seconds of the world. */
    public long[] of(Habits habits, Draw draw) {
        long from = from();
        long to = to();
        double once = draw.unit();
        if (habits.process() == Habits.Process.ONCE) {
            return new long[] {atShoppingHour((long) within(once), draw)};
        }
        Turns turns = turns(once, draw);
        double mean = SECONDS_PER_YEAR / habits.ratePerYear() / OVERDRAWN;
        boolean burstier = habits.process() == Habits.Process.CLUMPY;
        long[] found = new long[MOST];
        int n = 0;
        double at = from + draw.exponential(mean);
        while (at < to && n < MOST) {
            double rate = rate(habits.process(), at - from, turns.change() - from, turns.later(), turns.alive());
            int day = Dates.day((long) at);
            double chance = rate
                    * season.factor(day)
                    * (habits.process() == Habits.Process.SEASONAL ? season.isFestive(day) ? 1.3 : 0.12 : 1);
            int burst = burstier ? draw.geometric(BURST) : 1;
            boolean happens = draw.chance(chance / OVERDRAWN / (burstier ? BURST : 1));
            double next = at;
            for (int i = 0; happens && i < burst && n < MOST && next < to; i++) {
                found[n++] = atShoppingHour((long) next, draw);
                next += draw.exponential(2.5 * Dates.DAY);
            }
            at = Math.max(at, next) + gap(habits.process(), mean, draw);
        }
        long[] times = Arrays.copyOf(found, n);
        Arrays.sort(times);
        return times;
    }

    private record Turns(double change, double later, double alive) {}

    private Turns turns(double share, Draw draw) {
        double later = draw.chance(0.5) ? 0.25 : 3.0;
        return new Turns(within(share), later, draw.exponential(0.9 * (to() - from())));
    }

    private double within(double share) {
        return from() + share * (to() - from());
    }

    private long from() {
        return -world.history() * Dates.DAY;
    }

    private long to() {
        return world.days() * Dates.DAY;
    }

    private static double rate(Habits.Process process, double age, double change, double later, double alive) {
        return switch (process) {
            case DYING -> age > alive ? 0 : StrictMath.exp(-age / SECONDS_PER_YEAR);
            case CHANGING -> age > change ? later : 1;
            default -> 1;
        };
    }

    private static double gap(Habits.Process process, double mean, Draw draw) {
        return process == Habits.Process.REGULAR ? mean * draw.gamma(4) / 4 : draw.exponential(mean);
    }

    /** The same day, at an hour when people shop; seven in a thousand within minutes of midnight. */
    private static long atShoppingHour(long at, Draw draw) {
        long day = (long) Dates.day(at) * Dates.DAY;
        if (draw.chance(0.007)) {
            return day + (draw.chance(0.5) ? 86_399 - draw.below(600) : draw.below(600));
        }
        double hour = draw.chance(0.45) ? 20.5 + 1.3 * draw.normal() : 14 + 3 * draw.normal();
        int second = (int) (Math.min(23.7, Math.max(9.1, hour)) * 3600);
        return day + Math.min(85_700, second + draw.below(60));
    }
}
