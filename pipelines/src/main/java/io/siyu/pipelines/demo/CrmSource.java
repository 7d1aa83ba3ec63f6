package io.siyu.pipelines.demo;

import static io.siyu.pipelines.demo.Texts.json;
import static io.siyu.pipelines.demo.Texts.map;
import static io.siyu.pipelines.demo.Texts.time;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The CRM: members and WeCom contacts. */
final class CrmSource {
    private CrmSource() {}

    /** The CRM's members on one day; levels grow with paid orders. */
    static List<List<String>> members(List<Person> crowd, List<Order> orders, LocalDate day) {
        Map<Integer, List<Order>> bought = orders.stream()
                .filter(o -> o.buyer() != null && o.isPaid())
                .collect(Collectors.groupingBy(
                        o -> Objects.requireNonNull(o.buyer()).no()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "会员编号", "会员卡号", "手机号", "姓名", "性别", "生日", "会员等级", "注册时间", "注册门店", "unionid", "小程序openid", "更新时间"));
        for (Person p : crowd) {
            if (!p.joined().isAfter(day)) {
                String joined = time(p.joined().atTime(12, 0));
                List<Order> own = bought.getOrDefault(p.no(), List.of());
                rows.add(List.of(
                        p.memberId(),
                        p.card(),
                        p.no() % 12 == 0 ? "+86 " + p.phone() : p.phone(),
                        p.name(),
                        p.female() ? "女" : "男",
                        p.birthday().toString(),
                        own.size() > 4 ? "黑卡" : own.size() > 1 ? "金卡" : "银卡",
                        joined,
                        p.home().code(),
                        p.unionid(),
                        p.no() % 3 == 0 ? "" : p.openid(),
                        own.isEmpty() ? joined : time(own.get(own.size() - 1).paidAt())));
            }
        }
        return rows;
    }

    /** The whole list of WeCom contacts on one day. */
    static List<String> contacts(List<Person> crowd, LocalDate day) {
        return crowd.stream()
                .filter(p -> p.isContact() && !p.joined().isAfter(day))
                .map(CrmSource::contact)
                .toList();
    }

    private static String contact(Person p) {
        return json(map(
                "external_contact",
                        map(
                                "external_userid",
                                "wmSiyu" + String.format("%06d", p.no()),
                                "name",
                                p.name().charAt(0) + (p.female() ? "女士" : "先生"),
                                "type",
                                1,
                                "gender",
                                p.female() ? 2 : 1,
                                "unionid",
                                p.unionid()),
                "follow_info",
                        map(
                                "userid",
                                p.home().guide(p.no()),
                                "remark",
                                p.name() + "-会员",
                                "createtime",
                                p.joined().atTime(15, 20).toEpochSecond(ZoneOffset.ofHours(8)),
                                "remark_mobiles",
                                p.no() % 3 == 0 ? List.of(p.phone()) : List.of(),
                                "add_way",
                                1,
                                "oper_userid",
                                "wmSiyu" + String.format("%06d", p.no()),
                                "state",
                                p.home().code() + "_CASHIER",
                                "tag_id",
                                List.of())));
    }
}
