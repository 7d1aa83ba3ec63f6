package io.siyu.pipelines.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One invented customer; all identifiers follow from the number.
 *
 * @param joined the day the CRM knows the customer from
 * @param channel where the customer buys mostly
 * @param perDay expected orders a day
 */
record Person(
        int no, String name, boolean female, LocalDate birthday, LocalDate joined, Channel channel, double perDay) {
    enum Channel {
        STORE,
        TMALL,
        MALL
    }

    /** Family names and given names, one character each. */
    static final String NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";

    private static final String GIVEN = "敏静丽娟艳芳娜秀霞玲桂英欣怡雨婷佳颖思涵梦洁子轩浩宇俊杰文博晨曦";
    private static final List<String> NICKS = List.of("xiaoyu", "mianmian", "qingfeng", "luna", "nuannuan", "ahe");

    static List<Person> crowd(int people, LocalDate from, int days, SplittableRandom random) {
        List<Person> crowd = new ArrayList<>();
        for (int no = 1; no <= people; no++) {
            int joined = random.nextInt(10) < 7 ? -1 - random.nextInt(600) : random.nextInt(days);
            int channel = random.nextInt(100);
            crowd.add(new Person(
                    no,
                    pick(NAMES, random) + pick(GIVEN, random) + (random.nextInt(3) > 0 ? pick(GIVEN, random) : ""),
                    random.nextInt(100) < 78,
                    LocalDate.of(1965 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    from.plusDays(joined),
                    channel < 45 ? Channel.STORE : channel < 72 ? Channel.TMALL : Channel.MALL,
                    0.05 * -Math.log(1 - random.nextDouble())));
        }
        return List.copyOf(crowd);
    }

    Shelf.Store home() {
        return Shelf.STORES.get(no * 7 % Shelf.STORES.size());
    }

    String memberId() {
        return Integer.toString(100_000 + no);
    }

    String card() {
        return String.format("%07d", no * 13);
    }

    String phone() {
        return "139" + String.format("%08d", (no * 79_190_017L + 20_261_111) % 100_000_000);
    }

    String maskedPhone() {
        return phone().substring(0, 3) + "****" + phone().substring(7);
    }

    String posUid() {
        return Long.toString(661_200_345_566_700_000L + no);
    }

    String openid() {
        return "oSiyu" + Long.toString(no * 982_451_653L, 36);
    }

    /** Every eighth person's WeChat account is not bound to the open platform. */
    String unionid() {
        return no % 8 == 0 ? "" : "uSiyu" + Long.toString(no * 961_748_941L, 36);
    }

    /** The Tmall nickname, masked for every sixth buyer as some exports do. */
    String nick() {
        return no % 6 == 0 ? "t***" + no % 10 : NICKS.get(no % NICKS.size()) + "_" + no;
    }

    boolean isContact() {
        return no % 5 < 2;
    }

    private static String pick(String from, SplittableRandom random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
