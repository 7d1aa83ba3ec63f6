package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Phones;
import io.siyu.pipelines.sample.trade.Shelf;
import io.siyu.pipelines.sample.trade.Sku;
import io.siyu.pipelines.sample.trade.Store;

/** Stores, staff and products: whole lists on the first night and every thirty days. */
final class MasterRows {
    private static final int EVERY = 30;
    private static final String[] ROLES = {"店长", "导购", "导购", "收银"};
    private static final String[] NAMES = "林,何,许,沈,顾,方,唐,叶,苏,潘,江,白".split(",");
    private final Desk desk;
    private final Stage stage;

    MasterRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write() {
        for (int day = 0; day < stage.world().days(); day += EVERY) {
            for (int no = 0; no < stage.stores(); no++) {
                store(day, stage.store(no));
            }
            for (int staff = 0; staff < stage.staff(); staff++) {
                staff(day, staff);
            }
            Placed total = desk.shard()
                    .row(Export.STAFF, day, 1, "合计", "", "", "", Integer.toString(stage.staff()), "", "", "", "", "");
            desk.note(total, Defect.TOTAL_ROW, "a line of totals ends the list");
            for (Sku sku : Shelf.all()) {
                product(day, sku, sku.tagFen());
            }
            Sku again = Shelf.sku(7);
            desk.note(product(day, again, again.tagFen() + 1_000), Defect.DUPLICATE_KEY, again.code());
        }
        clerks();
    }

    private void store(int day, Store s) {
        boolean mobile = s.no() < stage.storesWithPhone();
        String phone = mobile ? stage.people().otherPhone(3, s.no()) : "400-820-" + (1000 + s.no());
        String number = Integer.toString(s.no() + 1);
        desk.shard()
                .row(
                        Export.STORE,
                        day,
                        0,
                        s.code(),
                        s.name(),
                        s.type(),
                        s.place().town(),
                        s.place().region(),
                        "20" + (18 + s.no() % 8) + "-0" + (1 + s.no() % 9) + "-18",
                        "",
                        phone,
                        "P" + number,
                        "E10" + number,
                        "33" + number,
                        Shops.vid(s.no()),
                        "7700" + number,
                        "D" + number);
    }

    private void staff(int day, int staff) {
        Store s = stage.store(Store.ofStaff(staff));
        long left = stage.leavesAt(staff);
        boolean gone = left != Dates.NEVER && Dates.day(left) < day;
        int role = staff % Store.STAFF;
        desk.shard()
                .row(
                        Export.STAFF,
                        day,
                        0,
                        Store.staffNo(staff),
                        NAMES[staff % NAMES.length] + (role == 0 ? "店长" : "某"),
                        "'" + stage.people().otherPhone(2, staff),
                        s.code(),
                        ROLES[role],
                        "2023-0" + (1 + staff % 9) + "-06",
                        gone ? stage.dates().date(Dates.day(left)) : "",
                        role == 3 ? "" : Store.wecomUserid(staff),
                        role == 3 ? "" : "D" + Store.staffNo(staff).substring(1),
                        "");
    }

    private Placed product(int day, Sku sku, long tagFen) {
        return java.util.Objects.requireNonNull(desk.shard()
                .row(
                        Export.PRODUCT,
                        day,
                        0,
                        sku.code(),
                        sku.spu(),
                        sku.name() + " " + sku.size(),
                        sku.top(),
                        sku.category(),
                        sku.kind(),
                        "思语",
                        Desk.grouped(tagFen) + "元",
                        Desk.yuan(tagFen * 38 / 100),
                        "69" + (10_000_000_000L + sku.no() * 13L),
                        sku.tmallItem(),
                        sku.tmallSku(),
                        sku.jdSku(),
                        sku.douyinProduct() + "\t",
                        sku.isGift() ? "是" : "否",
                        "=\"" + sku.posUid() + "\""));
    }

    /** The clerks' own memberships. */
    private void clerks() {
        Clerks clerks = new Clerks(stage);
        Draw draw = Draw.at(stage.world().seed(), 90, 0);
        for (int c = 0; c < stage.clerks(); c++) {
            String phone = draw.chance(0.2) ? Phones.written(clerks.phone(c), draw) : clerks.phone(c);
            for (int day = 0; day < stage.world().days(); day++) {
                if (stage.nights().hasSnapshot(day)) {
                    String[] cells = {
                        clerks.memberId(c),
                        clerks.card(c),
                        phone,
                        "某*",
                        "女",
                        "1990-01-01",
                        "黑卡",
                        "99999",
                        "2024-05-06 10:00:00",
                        "门店",
                        Shops.storeCode(clerks.store(c)),
                        "-",
                        "",
                        "null",
                        "",
                        "正常",
                        "2026-01-01 10:00:00"
                    };
                    desk.shard().row(Export.MEMBER, day, 0, cells);
                }
            }
        }
    }
}
