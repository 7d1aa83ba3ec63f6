package io.siyu.pipelines.sample.dirt;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.drop.Drops;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What providers write around the entries of a bill: WeChat a table of totals, Alipay lines of {@code #}. */
public final class BillFeet {
    private static final List<String> TOTALS = List.of("应结订单金额", "退款金额", "充值券退款金额", "手续费", "订单金额", "申请退款金额");
    private static final String ABOVE = """
            #支付宝业务明细查询
            #账号：[%s]
            #起始日期：[%s 00:00:00]   终止日期：[%s 00:00:00]
            #-----------------------------------------业务明细列表----------------------------------------""";
    private static final String BELOW = """
            #-----------------------------------------业务明细列表结束------------------------------------
            #交易合计：%d笔，商家实收共%s元，商家优惠共0.00元
            #退款合计：%d笔，商家实收退款共%s元，商家优惠退款共0.00元
            #导出时间：[%s 09:00:00]
            """;

    private final Drops drops;
    private final Dates dates;

    public BillFeet(Drops drops, Dates dates) {
        this.drops = drops;
        this.dates = dates;
    }

    /** Adds the lines below the entries of every bill; after the last shard. */
    public void write(int days) throws IOException {
        for (int day = 0; day < days; day++) {
            if (drops.rows(Export.WECHAT_BILL, day) > 0) {
                drops.foot(Export.WECHAT_BILL, day, wechat(day));
            }
            if (drops.rows(Export.ALIPAY_BILL, day) > 0) {
                drops.foot(Export.ALIPAY_BILL, day, alipay(day));
            }
        }
    }

    private String wechat(int day) throws IOException {
        List<String> header = Export.WECHAT_BILL.header();
        List<BigDecimal> sums = new ArrayList<>();
        TOTALS.forEach(name -> sums.add(BigDecimal.ZERO.setScale(name.equals("手续费") ? 5 : 2)));
        try (BufferedReader rows = rows(Export.WECHAT_BILL, day, 1)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split(",", -1);
                for (int i = 0; i < sums.size(); i++) {
                    String cell = cells[header.indexOf(TOTALS.get(i))];
                    sums.set(i, sums.get(i).add(new BigDecimal(cell.substring(1))));
                }
            }
        }
        return "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n`"
                + drops.rows(Export.WECHAT_BILL, day)
                + sums.stream().map(sum -> ",`" + sum.toPlainString()).collect(Collectors.joining())
                + "\r\n";
    }

    private String alipay(int day) throws IOException {
        int receipt = Export.ALIPAY_BILL.header().indexOf("商家实收（元）");
        int[] count = new int[2];
        BigDecimal[] sum = {BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2)};
        try (BufferedReader rows = rows(Export.ALIPAY_BILL, day, 5)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split(",", -1);
                int kind = cells[2].startsWith("退款") ? 1 : 0;
                count[kind]++;
                sum[kind] = sum[kind].add(new BigDecimal(cells[receipt]));
            }
        }
        return lines(String.format(
                Locale.ROOT,
                BELOW,
                count[0],
                sum[0].toPlainString(),
                count[1],
                sum[1].toPlainString(),
                chinese(dates, day)));
    }

    private BufferedReader rows(Export bill, int day, int above) throws IOException {
        BufferedReader rows = Files.newBufferedReader(drops.file(bill, day), bill.charset());
        for (int i = 0; i < above; i++) {
            rows.readLine();
        }
        return rows;
    }

    /** The lines above the header of Alipay's bill of a day. */
    static String above(Dates dates, int day) {
        return lines(
                String.format(Locale.ROOT, ABOVE, Export.ALIPAY_ACCOUNT, chinese(dates, day), chinese(dates, day + 1)));
    }

    private static String chinese(Dates dates, int day) {
        String date = dates.date(day);
        return date.substring(0, 4) + "年" + date.substring(5, 7) + "月" + date.substring(8) + "日";
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }
}
