package io.siyu.pipelines.page;

import io.siyu.pipelines.page.PageData.Cohort;
import io.siyu.pipelines.page.PageData.Control;
import io.siyu.pipelines.page.PageData.Definition;
import io.siyu.pipelines.page.PageData.LandedFile;
import io.siyu.pipelines.page.PageData.Money;
import io.siyu.pipelines.page.PageData.SalesDay;
import io.siyu.pipelines.page.PageData.TableVersion;
import io.siyu.pipelines.page.PageData.Verdict;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Made-up houses for the page: their numbers follow from the date alone. */
final class Samples {
    static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    private Samples() {}

    /** A Chinese retailer: three domains, seven channels, fourteen stores, some warnings. */
    static PageData retailer(int days) {
        List<SalesDay> sales = new ArrayList<>();
        for (LocalDate date = AS_OF.minusDays(days - 1); !date.isAfter(AS_OF); date = date.plusDays(1)) {
            for (int store = 1; store <= 14; store++) {
                String name = store == 3 ? "杭州湖滨银泰 in77 购物中心旗舰体验店" : "第" + store + "门店";
                sales.add(day(date, "private", "pos", "S" + (3300 + store), name, 900_000 / store, store));
            }
            sales.add(day(date, "private", "mini_program", "none", "none", 1_450_000, 2));
            sales.add(day(date, "private", "wecom", "none", "none", 410_000, 5));
            sales.add(day(date, "public", "tmall", "none", "none", 2_100_000, 1));
            sales.add(day(date, "public", "douyin", "none", "none", 1_250_000, 3));
            sales.add(day(date, "public", "jd", "none", "none", 520_000, 4));
            sales.add(day(date, "referral", "mini_program", "none", "none", 190_000, 6));
        }
        return page(
                AS_OF,
                Money.YUAN,
                sales,
                cohorts(AS_OF, "private", "public"),
                List.of(
                        new Verdict("ads.sales_day", 24, 0, 0, List.of()),
                        new Verdict(
                                "dwd.order_line", 41, 0, 1, List.of("pay_fen > 5,000,000: 3 rows, expected at most 0")),
                        new Verdict(
                                "dwd.refund",
                                22,
                                0,
                                1,
                                List.of("refund without a known order: 2.1 %, expected at most 2 %")),
                        new Verdict("dim.member", 18, 0, 0, List.of())));
    }

    /** The web shop: one domain, one channel, pounds, closed on Saturdays, last seen on a Friday. */
    static PageData webShop() {
        LocalDate asOf = LocalDate.parse("2011-12-09");
        List<SalesDay> sales = new ArrayList<>();
        for (LocalDate date = asOf.minusDays(120); !date.isAfter(asOf); date = date.plusDays(1)) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY) {
                sales.add(day(date, "public", "web", "none", "none", 1_900_000, 2));
            }
        }
        return page(
                asOf,
                new Money("英镑", "£", 100),
                sales,
                cohorts(asOf, "public"),
                List.of(
                        new Verdict("ads.sales_day", 24, 0, 0, List.of()),
                        new Verdict("dwd.order_line", 41, 0, 0, List.of())));
    }

    static PageData empty() {
        return new PageData(
                "r-0",
                AS_OF.toString(),
                Money.YUAN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    static PageData withStoreName(String name) {
        return page(
                AS_OF, Money.YUAN, List.of(day(AS_OF, "private", "pos", "S1", name, 100_000, 1)), List.of(), List.of());
    }

    /** One sale of which another table says {@code gap} fen more was paid. */
    static PageData withControl(long gap) {
        PageData one = withStoreName("一号店");
        long paid = one.controls().get(0).fen();
        return new PageData(
                one.releaseId(),
                one.businessDate(),
                one.money(),
                one.versions(),
                one.sales(),
                one.cohorts(),
                one.verdicts(),
                one.files(),
                List.of(new Control("dwd.order_line", "pay_fen", paid + gap)),
                one.definitions());
    }

    private static PageData page(
            LocalDate asOf, Money money, List<SalesDay> sales, List<Cohort> cohorts, List<Verdict> verdicts) {
        long paid = sales.stream()
                .filter(row -> row.businessDate().equals(asOf.toString()))
                .mapToLong(SalesDay::payFen)
                .sum();
        return new PageData(
                "r-" + asOf + "-1",
                asOf.toString(),
                money,
                List.of(new TableVersion("ads.sales_day", 45), new TableVersion("ads.customer_cohort", 44)),
                sales,
                cohorts,
                verdicts,
                List.of(
                        new LandedFile("ods.tmall_order", "tmall_orders.csv", 4_213, verdicts.size() > 2 ? 17 : 0),
                        new LandedFile("ods.pos_sale", "pos_sales.csv.gz", 18_870, 0)),
                List.of(new Control("dwd.order_line", "pay_fen", paid)),
                Map.of(
                        "ads.sales_day",
                                new Definition(
                                        "Sales per day, domain, channel and store",
                                        "bi-team",
                                        Map.of(
                                                "net_fen",
                                                "支付减退款 paid minus refunded, in fen",
                                                "pay_fen",
                                                "支付金额 paid, in fen")),
                        "ads.customer_cohort", new Definition("Monthly cohorts", "crm-analytics", Map.of())));
    }

    private static SalesDay day(
            LocalDate date, String domain, String channel, String store, String name, long base, int salt) {
        long weekend = date.getDayOfWeek().getValue() >= 6 ? 135 : 100;
        long wave = 80 + (date.toEpochDay() * 37 + salt * 53L) % 41;
        long pay = base * weekend * wave / 10_000 + salt * 7;
        long refund = pay * ((date.toEpochDay() + salt) % 7 + 1) / 100;
        long orders = pay / 23_900 + 1;
        long buyers = orders - orders / 12;
        return new SalesDay(
                date.toString(),
                domain,
                channel,
                store,
                name,
                orders,
                buyers,
                buyers / 3,
                buyers - buyers / 3,
                pay + pay / 11,
                pay,
                refund,
                pay - refund);
    }

    private static List<Cohort> cohorts(LocalDate asOf, String... domains) {
        List<Cohort> rows = new ArrayList<>();
        LocalDate last = asOf.withDayOfMonth(1);
        for (String domain : domains) {
            for (int age = 0; age <= 10; age++) {
                long customers = 1_180 + age * 37L + domain.length() * 20L;
                for (int month = 0; month <= age; month++) {
                    long active = month == 0 ? customers : customers * (30 + age % 3) / (100 + month * 22L);
                    long repeaters = customers * (8 + month * 5L - month * month / 4) / 100;
                    rows.add(new Cohort(
                            last.minusMonths(age).toString(),
                            domain,
                            month,
                            customers,
                            active,
                            repeaters,
                            active + repeaters / 2,
                            active * 21_000));
                }
            }
        }
        return rows;
    }
}
