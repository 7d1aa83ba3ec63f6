package io.siyu.pipelines.sample.dirt;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.drop.Delivery;
import io.siyu.pipelines.sample.drop.FileShape;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the files of every night look and arrive: most as usual, some as nobody was told. */
public final class FilePlan implements FileShape {
    static final String PAID = "买家实际支付金额";
    static final String PAID_RENAMED = "买家实付金额";
    static final String ADDED = "企微标签";
    private static final int BLOCK = 30;
    private static final Charset GBK = Charset.forName("GBK");

    private final Nights nights;
    private final Dates dates;
    private final int days;
    private final Map<Export, int[]> usual = new EnumMap<>(Export.class);

    public FilePlan(Nights nights, Dates dates, int days) {
        this.nights = nights;
        this.dates = dates;
        this.days = days;
        for (Export export : Export.values()) {
            usual.put(export, places(export, export.header()));
        }
    }

    @Override
    public Charset charset(Export export, int day) {
        if (day < nights.switchOver()) {
            return export.charset();
        }
        return export == Export.PDD ? GBK : becomesUtf8(export) ? StandardCharsets.UTF_8 : export.charset();
    }

    @Override
    public boolean hasMark(Export export, int day) {
        return day < nights.switchOver() || !(export == Export.PDD || becomesUtf8(export))
                ? export.hasMark()
                : becomesUtf8(export);
    }

    /** Whether times look as a spreadsheet saves them: {@code 2026/5/3 9:02}. */
    public boolean savesTimes(Export export, int day) {
        return (export == Export.TMALL_ORDER_3 || export == Export.TMALL_ITEM_3) && day >= nights.switchOver();
    }

    @Override
    public List<String> header(Export export, int day) {
        List<String> names = new ArrayList<>(export.header());
        if (export == Export.TMALL_ORDER_1 && day >= nights.newHeader()) {
            names.add(1, names.remove(names.indexOf("店铺名称")));
        }
        if (export == Export.TMALL_ORDER_1 && day >= nights.renamed()) {
            names.set(names.indexOf(PAID), PAID_RENAMED);
        }
        if (export == Export.MEMBER && day >= nights.newHeader()) {
            names.add(ADDED);
        }
        if (export == Export.TMALL_ORDER_3 && day == nights.columnMissing()) {
            names.remove(PAID);
        }
        if (export == Export.NPS && day >= nights.switchOver()) {
            names.set(6, "1、您愿意把我们推荐给朋友或同事吗？（0-10分）");
        }
        return names;
    }

    @Override
    public int[] cells(Export export, int day) {
        boolean changed = (export == Export.TMALL_ORDER_1 && day >= nights.newHeader())
                || (export == Export.MEMBER && day >= nights.newHeader())
                || (export == Export.TMALL_ORDER_3 && day == nights.columnMissing());
        return changed ? places(export, header(export, day)) : usual.getOrDefault(export, new int[0]);
    }

    @Override
    public String title(Export export, int day) {
        return switch (export) {
            case ALIMAMA -> "万相台报表";
            case STAFF -> "员工花名册";
            case ALIPAY_BILL -> BillFeet.above(dates, day - 1);
            default -> "";
        };
    }

    @Override
    public Delivery delivery(Export export, int day) {
        if (export == Export.CONTACT && day == nights.snapshotMissing()) {
            return Delivery.MISSING;
        }
        if (days < 8 || day >= days - 1) {
            return Delivery.NORMAL;
        }
        return switch (day % BLOCK) {
            case 3 -> export == Export.JD ? Delivery.EMPTY : Delivery.NORMAL;
            case 4 -> export == Export.TMALL_ORDER_1 ? Delivery.MISSING : Delivery.NORMAL;
            case 5 -> export == Export.POS ? Delivery.LATE : Delivery.NORMAL;
            case 6 -> export == Export.MALL ? Delivery.TWICE : Delivery.NORMAL;
            case 2 -> export == Export.TMALL_TRADE ? Delivery.TRUNCATED : Delivery.NORMAL;
            default -> Delivery.NORMAL;
        };
    }

    private static boolean becomesUtf8(Export export) {
        return export == Export.TMALL_ORDER_2 || export == Export.TMALL_ITEM_2;
    }

    private static int[] places(Export export, List<String> names) {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            String name = names.get(i).equals(PAID_RENAMED) && export == Export.TMALL_ORDER_1 ? PAID : names.get(i);
            int place = export.header().indexOf(name);
            places[i] = place < 0 && export == Export.NPS ? i : place;
        }
        return places;
    }
}
