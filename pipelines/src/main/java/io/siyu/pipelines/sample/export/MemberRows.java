package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.person.Phones;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CRM's list of members: all of them every night; in packed worlds all of them weekly and the changed ones between. */
final class MemberRows {
    private final Desk desk;
    private final Stage stage;

    MemberRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write(Person p, List<Order> orders) {
        if (!p.isMember()) {
            return;
        }
        long shownChange = Long.MIN_VALUE;
        byte[] row = new byte[0];
        boolean noted = false;
        for (int day = Math.max(0, Dates.day(p.joined())); day < stage.world().days(); day++) {
            long end = (day + 1) * Dates.DAY - 1;
            long changed = changed(p, orders, end);
            boolean fresh = changed != shownChange || day == stage.nights().newHeader();
            if (!fresh && !stage.nights().hasSnapshot(day)) {
                continue;
            }
            if (fresh) {
                row = desk.shard().bytes(Export.MEMBER, day, cells(p, orders, end, changed));
            }
            Placed placed = desk.shard().again(Export.MEMBER, day, p.id(), row);
            if (!noted) {
                notes(p, placed);
                noted = true;
            }
            shownChange = changed;
        }
    }

    private long changed(Person p, List<Order> orders, long end) {
        long last = p.joined();
        for (Order o : orders) {
            if (o.isPaid() && o.times().paidAt() <= end && o.times().paidAt() > last) {
                last = o.times().paidAt();
            }
        }
        boolean told = p.phones().cause().equals("second_phone");
        return told && p.phones().changed() <= end && p.phones().changed() > last
                ? p.phones().changed()
                : last;
    }

    private String[] cells(Person p, List<Order> orders, long end, long changed) {
        Cast cast = stage.cast();
        List<Order> paid = orders.stream()
                .filter(o -> o.isPaid() && o.times().paidAt() <= end)
                .toList();
        long growth = paid.stream().mapToLong(Order::payFen).sum() / 100;
        boolean bridged = cast.bridged.has(p.id());
        boolean test = cast.excluded.rankOf(p.id()) % 2 == 1;
        return new String[] {
            p.memberId(),
            p.card(),
            phone(p, end),
            test ? "测试账号" : p.surname() + "*".repeat(p.name().length() - 1),
            p.female() ? "女" : "男",
            p.birthday().toString(),
            paid.size() > 6 ? "黑卡" : paid.size() > 2 ? "金卡" : "银卡",
            Long.toString(growth),
            desk.time(p.joined()),
            cast.miniUsers.has(p.id()) ? "小程序" : "门店",
            Shops.storeCode(p.habits().homeStore()),
            cast.contacts.has(p.id()) ? Store.staffNo(p.habits().homeStore() * Store.STAFF + 1) : "-",
            cast.miniUsers.has(p.id()) && !cast.openidOnly.has(p.id()) ? p.unionid() : "",
            cast.miniUsers.has(p.id()) ? p.openid() : "null",
            bridged ? p.ouid(tmallShop(orders)) : "",
            "正常",
            desk.time(changed)
        };
    }

    private static int tmallShop(List<Order> orders) {
        for (Order o : orders) {
            if (o.channel() == io.siyu.pipelines.sample.trade.Channel.TMALL) {
                return o.shop();
            }
        }
        return 0;
    }

    /** What the CRM has for a phone: mostly the number, in the words of whoever typed it. */
    private String phone(Person p, long at) {
        Cast cast = stage.cast();
        Draw draw = Draw.at(stage.world().seed(), 71, p.id());
        int excluded = cast.excluded.rankOf(p.id());
        if (excluded >= 0 && excluded % 2 == 0) {
            return stage.people().otherPhone(2, excluded % stage.staff());
        }
        if (cast.fakePhones.has(p.id())) {
            return Phones.fake(draw);
        }
        int atStore = cast.storePhones.rankOf(p.id());
        if (atStore >= 0) {
            return stage.people().otherPhone(3, atStore % stage.storesWithPhone());
        }
        String phone = p.phones().cause().equals("given_back") ? p.phones().first() : p.phone(at);
        return cast.writtenPhones.has(p.id()) ? Phones.written(phone, draw) : phone;
    }

    private void notes(Person p, @Nullable Placed placed) {
        Cast cast = stage.cast();
        boolean owned = cast.fakePhones.has(p.id()) || cast.storePhones.has(p.id()) || cast.excluded.has(p.id());
        if (cast.excluded.has(p.id())) {
            desk.note(placed, Defect.STAFF_OR_TEST, p.memberId());
        } else if (cast.fakePhones.has(p.id())) {
            desk.note(placed, Defect.FAKE_PHONE, p.memberId());
        } else if (cast.storePhones.has(p.id())) {
            desk.note(placed, Defect.STORE_PHONE, p.memberId());
        } else if (cast.writtenPhones.has(p.id())) {
            desk.note(placed, Defect.PHONE_FORMAT, p.memberId());
        }
        if (owned) {
            return;
        }
        switch (p.phones().cause()) {
            case "family" -> desk.note(placed, Defect.FAMILY_PHONE, p.phones().first());
            case "second_phone" ->
                desk.note(placed, Defect.TWO_PHONES, p.phones().second());
            case "recycled" -> {
                double weight =
                        0.008 * stage.world().days() / 365 * stage.world().persons() / (cast.recycled.size() / 2);
                String text = Desk.yuan((long) (weight * 10_000)) + "% of cases expected in life";
                desk.note(placed, Defect.RECYCLED_NUMBER, p.phones().first() + ", " + text);
            }
            default -> {}
        }
    }
}
