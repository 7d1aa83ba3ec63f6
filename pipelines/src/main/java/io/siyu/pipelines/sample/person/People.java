package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;

/** Everybody, made on demand. */
public final class People {
    /** POS, Tmall, mini program, Douyin, JD: their shares of orders in percent. */
    private static final int[] CHANNELS = {45, 22, 15, 12, 6};

    private final World world;
    private final Cast cast;
    private final int stores;

    public People(World world, Cast cast, int stores) {
        this.world = world;
        this.cast = cast;
        this.stores = stores;
    }

    public Person person(int id) {
        Habits habits = Habits.of(world.seed(), id, stores, CHANNELS);
        Draw draw = Draw.at(world.seed(), 21, id);
        return new Person(world.seed(), id, habits, joined(id, draw), phones(id));
    }

    /** Most members joined before the history begins, one of eight within it, one of twenty within the window. */
    private long joined(int id, Draw draw) {
        if (!cast.members.has(id)) {
            return Dates.NEVER;
        }
        double when = draw.unit();
        boolean late = cast.numberBefore(id) >= 0 || when < 0.05;
        long day =
                late ? draw.below(world.days()) : -draw.between(1, World.HISTORY) - (when < 0.175 ? 0 : World.HISTORY);
        return day * Dates.DAY + 9 * 3600 + draw.below(12 * 3600);
    }

    private PhoneBook phones(int id) {
        long seed = world.seed();
        int n = world.persons();
        int before = cast.numberBefore(id);
        String own = Phones.of(seed, id);
        if (before >= 0) {
            return new PhoneBook(Phones.of(seed, before), "", Dates.NEVER, "recycled");
        }
        Draw draw = Draw.at(seed, 22, id);
        if (cast.gaveNumberBack(id)) {
            return new PhoneBook(
                    own, Phones.of(seed, (long) n + id), -draw.between(220, 330) * Dates.DAY, "given_back");
        }
        if (cast.phoneOwner(id) != id || cast.isFamily(id)) {
            return new PhoneBook(Phones.of(seed, cast.phoneOwner(id)), "", Dates.NEVER, "family");
        }
        if (cast.twoPhones.has(id)) {
            long changed = (draw.below(World.HISTORY + world.days()) - World.HISTORY) * Dates.DAY;
            return new PhoneBook(own, Phones.of(seed, (long) n + id), changed, "second_phone");
        }
        return new PhoneBook(own, "", Dates.NEVER, "own");
    }

    /** A number that is nobody's here: of staff (2), stores (3), clerks (4), agencies and strangers (5). */
    public String otherPhone(int kind, long number) {
        return Phones.of(world.seed(), (long) kind * world.persons() + number);
    }
}
