package io.siyu.pipelines.sample;

import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.chance.Subset;
import io.siyu.pipelines.sample.dirt.FilePlan;
import io.siyu.pipelines.sample.dirt.Nights;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.People;
import io.siyu.pipelines.sample.relation.Campaign;
import io.siyu.pipelines.sample.trade.Moments;
import io.siyu.pipelines.sample.trade.OrderMaker;
import io.siyu.pipelines.sample.trade.Season;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;

/** Everything that is the same for everybody in a world. Nothing in it changes, so all threads share it. */
public final class Stage {
    private static final int GUIDES = 2;

    private final World world;
    private final Dates dates;
    private final Season season;
    private final Cast cast;
    private final int stores;
    private final People people;
    private final Nights nights;
    private final FilePlan plan;
    private final OrderMaker orders;
    private final Moments moments;
    private final List<Campaign> campaigns;
    private final Subset leavers;

    Stage(World world) {
        this.world = world;
        this.dates = new Dates(world.first());
        this.season = new Season(dates);
        this.cast = new Cast(world);
        this.stores = Math.max(8, Math.min(400, 12 + world.persons() / 800));
        this.people = new People(world, cast, stores);
        this.nights = new Nights(world);
        this.plan = new FilePlan(nights, dates, world.days());
        this.orders = new OrderMaker(world, cast, season, dates, stores, clerks());
        this.moments = new Moments(world, season);
        this.campaigns = Campaign.of(world, dates);
        this.leavers = Subset.all(stores * GUIDES, world.seed() ^ 0x1EAF).take("leavers", 0.08 * world.days() / 365, 2);
    }

    public World world() {
        return world;
    }

    public Dates dates() {
        return dates;
    }

    public Season season() {
        return season;
    }

    public Cast cast() {
        return cast;
    }

    public People people() {
        return people;
    }

    public Nights nights() {
        return nights;
    }

    public FilePlan plan() {
        return plan;
    }

    public OrderMaker orders() {
        return orders;
    }

    public Moments moments() {
        return moments;
    }

    public List<Campaign> campaigns() {
        return campaigns;
    }

    public int stores() {
        return stores;
    }

    public Store store(int no) {
        return Store.of(world.seed(), no);
    }

    public int staff() {
        return stores * Store.STAFF;
    }

    /** Clerks whose own cards go over the till for customers: few, so that each has dozens of tickets a month. */
    public int clerks() {
        return Math.max(2, world.persons() / 50_000);
    }

    /** Stores whose own mobile number stands in members' files: 15 of 100. */
    public int storesWithPhone() {
        return Math.max(1, stores * 15 / 100);
    }

    /** When a member of staff leaves; {@link Dates#NEVER} for most. */
    public long leavesAt(int staff) {
        int which = staff % Store.STAFF - 1;
        boolean guide = which >= 0 && which < GUIDES;
        return guide && leavers.has(staff / Store.STAFF * GUIDES + which)
                ? Draw.at(world.seed(), 31, staff).below(Math.max(1, world.days())) * Dates.DAY + 64_800
                : Dates.NEVER;
    }
}
