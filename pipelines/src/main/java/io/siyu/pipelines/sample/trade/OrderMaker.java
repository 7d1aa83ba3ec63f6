package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes orders: where, what, for how much, and what becomes of them. */
public final class OrderMaker {
    /** The most orders of one person; numbers have room for no more. */
    public static final int MOST = 500;

    private static final double CLERK = 0.02;
    /** Goods that cost nothing wait for no payment. */
    private static final Set<Oddity> FREE = EnumSet.of(Oddity.SAMPLE, Oddity.RESHIP);

    private static final int[] TMALL_SHOPS = {70, 20, 10};
    private final long seed;
    private final Cast cast;
    private final Season season;
    private final Dates dates;
    private final int stores;
    private final int clerks;

    /** Higher in small worlds, so that each of the two cards there has fifty tickets a month. */
    private final double clerkRate;

    public OrderMaker(World world, Cast cast, Season season, Dates dates, int stores, int clerks) {
        this.seed = world.seed();
        this.clerkRate = Math.min(0.11, Math.max(CLERK, 1_100.0 / world.persons()));
        this.cast = cast;
        this.season = season;
        this.dates = dates;
        this.stores = stores;
        this.clerks = clerks;
    }

    /** The {@code k}-th order of a person. */
    public Order order(Person person, int k, long at, Channel channel, String cause) {
        Draw draw = Draw.at(seed, 40, (long) person.id() * MOST + k);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Oddity oddity = Oddities.of(channel, cast.excluded.has(person.id()), marks, draw);
        int day = Dates.day(at);
        boolean subsidised = (channel == Channel.DOUYIN || channel == Channel.PDD) && draw.chance(0.25);
        Basket.Prices basket = switch (oddity) {
            case SAMPLE, RESHIP -> Basket.flat(0, season.month(day), draw);
            case PRICE_DIFFERENCE -> Basket.flat(draw.between(1, 40) * 100L, season.month(day), draw);
            default ->
                Basket.filled(
                        channel, season.month(day), person.habits().basket(), season.isFestive(day), subsidised, draw);
        };
        Basket.Prices prices = channel == Channel.PDD ? basket.single() : basket;
        if (prices.lines().stream().anyMatch(l -> l.platformFen() > 0)) {
            marks.add(Mark.SUBSIDY);
        }
        boolean online = channel != Channel.POS;
        boolean sure = !online || cause.startsWith("send") || FREE.contains(oddity) || oddity == Oddity.BRUSHED;
        boolean paid = sure || !draw.chance(0.09);
        Order.Times times = Fate.times(channel, at, paid && oddity != Oddity.FORFEITED, draw);
        int clerk = clerk(person, at, channel, marks, draw);
        int store = clerk >= 0 ? clerk * 7 % stores : store(person, channel, marks, draw);
        int shop = channel == Channel.POS || channel == Channel.WEIMOB ? store : shop(person, channel, k, draw);
        String no = number(channel, shop, (long) person.id() * MOST + k, day);
        List<Refund> refunds = refunds(person, times, prices.lines(), oddity, online, no.replace("-", ""), marks, draw);
        if (channel == Channel.MALL && shop == 0 && cast.twoWechats.has(person.id()) && draw.chance(0.5)) {
            marks.add(Mark.SECOND_WECHAT);
        }
        int privateGuide =
                store(person, Channel.MALL, EnumSet.noneOf(Mark.class), draw) * Store.STAFF + 1 + draw.below(2);
        int guide = marks.contains(Mark.DOUBLE_CREDIT) ? draw.below(stores) * Store.STAFF + 2 : privateGuide;
        return new Order(
                channel,
                shop,
                no,
                person,
                times,
                prices.lines(),
                refunds,
                oddity == Oddity.NONE ? prices.postageFen() : 0,
                prices.roundingFen(),
                oddity,
                marks,
                store,
                guide,
                privateGuide,
                clerk,
                cause);
    }

    private List<Refund> refunds(
            Person p,
            Order.Times times,
            List<Line> lines,
            Oddity odd,
            boolean online,
            String no,
            Set<Mark> marks,
            Draw draw) {
        boolean paid = times.paidAt() != Dates.NEVER && odd != Oddity.BRUSHED && !FREE.contains(odd);
        double fate = draw.unit();
        if (!paid) {
            return List.of();
        }
        if (online && odd == Oddity.NONE && cast.overRefunded.has(p.id())) {
            marks.add(Mark.OVER_REFUND);
            Refund whole = Fate.whole(times, lines, no, draw).get(0);
            return List.of(new Refund(
                    whole.id(),
                    whole.line(),
                    whole.quantity(),
                    2 * lines.stream().mapToLong(Line::payFen).sum() + Basket.POSTAGE_FEN,
                    whole.appliedAt(),
                    whole.succeededAt()));
        }
        if (fate < (online ? 0.09 : 0.013)) {
            if (!online && draw.chance(0.3)) {
                marks.add(Mark.NO_ORIGINAL);
            }
            return Fate.whole(times, lines, no, draw);
        }
        return online && fate < 0.14 ? Fate.part(times, lines, no, draw) : List.of();
    }

    /** Notes on a ticket whether a member's card was shown, and whose it was. */
    private int clerk(Person person, long at, Channel channel, Set<Mark> marks, Draw draw) {
        if (channel != Channel.POS) {
            return -1;
        }
        if (!person.isMemberAt(at) || draw.chance(0.10)) {
            marks.add(Mark.NO_MEMBER);
            return -1;
        }
        if (draw.chance(at < 0 ? CLERK : clerkRate)) {
            marks.add(Mark.CLERK_CARD);
            return draw.below(clerks);
        }
        return -1;
    }

    private int store(Person person, Channel channel, Set<Mark> marks, Draw draw) {
        int home = person.habits().homeStore();
        boolean elsewhere = channel == Channel.POS && draw.chance(0.15);
        return marks.contains(Mark.FRANCHISE_FULFILLED) ? (home + 1) % stores : elsewhere ? draw.below(stores) : home;
    }

    private int shop(Person person, Channel channel, int k, Draw draw) {
        Draw own = Draw.at(seed, 41, person.id());
        return switch (channel) {
            case TMALL -> {
                int first = own.weighted(TMALL_SHOPS);
                yield cast.twoShops.has(person.id()) ? (first + k % 2) % TMALL_SHOPS.length : first;
            }
            case DOUYIN -> own.chance(0.75) ? 0 : 1;
            case MALL -> draw.chance(0.15) ? 1 : 0;
            default -> 0;
        };
    }

    private String number(Channel channel, int shop, long n, int day) {
        String digits = dates.digits(day);
        return switch (channel) {
            case POS -> digits + Codes.padded(shop + 1L, 4) + Codes.padded(n, 9);
            case TMALL -> "44" + digits.substring(2) + Codes.padded(n, 9) + "45";
            case JD -> "29" + Codes.padded(n, 10);
            case DOUYIN -> "6933" + Codes.padded(n * 7, 15);
            case MALL -> shop == 1 ? "3700" + Codes.padded(n, 15) : digits + "0101" + Codes.padded(n, 9);
            case PDD -> digits.substring(2) + "-6" + Codes.padded(n, 14);
            case WEIMOB -> "5009" + Codes.padded(n, 14);
        };
    }
}
