package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Course;
import io.siyu.pipelines.sample.trade.Order;
import java.util.List;
import java.util.TreeSet;

/** The truth about a person and the identifiers that are really his or hers, each with the days it was. */
final class IdentityRows {
    private static final long BEGINNING = -(World.HISTORY + 0L) * Dates.DAY;
    private final Desk desk;

    IdentityRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, List<Order> orders) {
        Cast cast = desk.stage().cast();
        boolean mini = usesMini(p, orders);
        String kind = cast.excluded.has(p.id()) ? cast.excluded.rankOf(p.id()) % 2 == 0 ? "staff" : "test" : "customer";
        Course course = desk.stage().moments().course(p.habits(), Purchases.draw(desk.stage(), p));
        int owner = cast.isFamily(p.id()) ? cast.phoneOwner(p.id()) : p.id();
        desk.shard()
                .truth(
                        Export.TRUTH_PERSON,
                        Integer.toString(p.id()),
                        kind,
                        p.habits().process().name().toLowerCase(java.util.Locale.ROOT),
                        hundredths(p.habits().ratePerYear()),
                        Boolean.toString(p.isMember()),
                        Boolean.toString(cast.contacts.has(p.id())),
                        Boolean.toString(mini),
                        Boolean.toString(cast.excluded.has(p.id())),
                        Integer.toString(owner),
                        Shops.storeCode(p.habits().homeStore()),
                        p.female() ? "female" : "male",
                        p.birthday().toString(),
                        consent(p),
                        course.at() == Dates.NEVER ? "" : desk.stage().dates().date(Dates.day(course.at())),
                        hundredths(course.to()));
        phones(p);
        if (p.isMember()) {
            id(p, "member_id", "crm", p.memberId(), p.joined(), "");
            id(p, "card_no", "crm", p.card(), p.joined(), "");
        }
        wechat(p, mini);
        orders(p, orders);
    }

    /** What somebody last said of being marketed to; {@link ConsentRows} tells it to the control list. */
    private String consent(Person p) {
        Cast cast = desk.stage().cast();
        if (cast.deletion.has(p.id())) {
            return "deletion_requested";
        }
        return cast.withdrawn.has(p.id()) ? "withdrawn" : p.isMember() ? "granted" : "never_asked";
    }

    /** Whether somebody opens the mini program: the drawn users, and whoever orders there. */
    boolean usesMini(Person p, List<Order> orders) {
        return desk.stage().cast().miniUsers.has(p.id())
                || orders.stream().anyMatch(o -> o.channel() == Channel.MALL && o.shop() == 0);
    }

    private void wechat(Person p, boolean mini) {
        Cast cast = desk.stage().cast();
        boolean contact = cast.contacts.has(p.id());
        if (mini || contact || cast.followers.has(p.id()) || cast.groupedOthers.has(p.id())) {
            id(p, "unionid", "brand", p.unionid(), BEGINNING, "");
        }
        if (mini) {
            id(p, "openid_mp", "wxsiyu0001", p.openid(), BEGINNING, "");
            id(p, "sa_anonymous", "retail", p.deviceId(), BEGINNING, "");
        }
        if (mini && cast.twoWechats.has(p.id())) {
            id(p, "unionid", "brand", p.secondUnionid(), BEGINNING, "second_wechat");
            id(p, "openid_mp", "wxsiyu0001", p.secondOpenid(), BEGINNING, "second_wechat");
        }
        if (contact) {
            id(p, "external_userid", "corp", p.externalUserid(), BEGINNING, "");
        }
        if (cast.agency.has(p.id())) {
            id(p, "unionid", "agency", ContactRows.agencyUnionid(desk.stage(), p), BEGINNING, "second_namespace");
        }
        if (cast.followers.has(p.id())) {
            id(p, "openid_oa", "wxsiyu0002", p.oaOpenid(), BEGINNING, "");
        }
    }

    private void orders(Person p, List<Order> orders) {
        TreeSet<String> seen = new TreeSet<>();
        for (Order o : orders) {
            String[] found = switch (o.channel()) {
                case TMALL -> new String[] {"tb_ouid", Shops.TMALL[o.shop()], p.ouid(o.shop())};
                case JD -> new String[] {"jd_open_id", "jd", p.jdOpenId()};
                case DOUYIN -> new String[] {"dy_open_id", "douyin", p.doudianOpenId()};
                case MALL -> new String[] {"openid_channels", "channels", p.channelsOpenid()};
                case WEIMOB -> new String[] {"weimob_wid", WeimobRows.MERCHANT, p.weimobWid()};
                case PDD -> new String[0];
                case POS -> new String[] {"pos_uid", "pospal:" + Shops.storeCode(o.store()), p.posUid(o.store())};
            };
            boolean shown = found.length > 0 && (o.channel() != Channel.MALL || o.shop() == 1);
            if (shown && seen.add(String.join("|", found))) {
                id(p, found[0], found[1], found[2], o.at(), "");
            }
            if (o.channel() == Channel.TMALL && seen.add("open_uid")) {
                id(p, "tb_open_uid", "app", p.buyerOpenUid(), o.at(), "");
            }
        }
    }

    private void phones(Person p) {
        String until = p.phones().hasTwo() ? desk.time(p.phones().changed()) : "";
        long from = p.phones().cause().equals("recycled") ? -180 * Dates.DAY : BEGINNING;
        id(p, "phone", "cn", p.phones().first(), from, p.phones().cause(), until);
        if (p.phones().hasTwo()) {
            id(
                    p,
                    "phone",
                    "cn",
                    p.phones().second(),
                    p.phones().changed(),
                    p.phones().cause(),
                    "");
        }
    }

    private void id(Person p, String type, String space, String value, long from, String cause) {
        id(p, type, space, value, from, cause, "");
    }

    private void id(Person p, String type, String space, String value, long from, String cause, String until) {
        desk.shard()
                .truth(
                        Export.TRUTH_IDENTIFIER,
                        Integer.toString(p.id()),
                        type,
                        space,
                        value,
                        desk.time(from),
                        until,
                        cause);
    }

    private static String hundredths(double value) {
        return Desk.yuan((long) (value * 100));
    }
}
