package io.siyu.pipelines.sample.dirt;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.drop.Delivery;
import io.siyu.pipelines.sample.drop.Drops;
import io.siyu.pipelines.sample.drop.Shard;

/** Notes what is wrong with files as a whole, after all rows are written. */
public final class FileNotes {
    private final Shard shard;
    private final FilePlan plan;
    private final Nights nights;

    public FileNotes(Shard shard, FilePlan plan, Nights nights) {
        this.shard = shard;
        this.plan = plan;
        this.nights = nights;
    }

    public void write(Drops drops, int days) {
        for (Export export : Export.values()) {
            for (int day = 0; !export.isTruth() && day < days; day++) {
                delivery(export, day);
                if (drops.rows(export, day) > 0) {
                    look(export, day);
                    header(export, day);
                    habits(export, day);
                    nights(export, day);
                }
            }
        }
    }

    private void delivery(Export export, int day) {
        Delivery delivery = plan.delivery(export, day);
        switch (delivery) {
            case MISSING ->
                note(
                        export,
                        day,
                        export == Export.CONTACT ? Defect.SNAPSHOT_MISSING : Defect.MISSING_FILE,
                        "never arrives");
            case LATE -> note(export, day, Defect.LATE_FILE, "arrives a day late");
            case EMPTY -> note(export, day, Defect.EMPTY_FILE, "empty on its day, its content comes a day later");
            case TWICE -> note(export, day, Defect.FILE_TWICE, "again under another name");
            case TRUNCATED -> note(export, day, Defect.TRUNCATED_LAST_LINE, "ends within its last line");
            case NORMAL -> {}
        }
    }

    private void look(Export export, int day) {
        String charset = plan.charset(export, day).name();
        if (charset.startsWith("GB")) {
            note(export, day, Defect.GBK_FILE, charset);
        }
        if (!charset.equals(export.charset().name())) {
            String mark = plan.hasMark(export, day) ? " with a byte order mark" : " without one";
            note(export, day, Defect.ENCODING_SWITCH, charset + mark);
        }
        if (plan.savesTimes(export, day)) {
            note(export, day, Defect.RESAVED_TIMES, "2026/5/3 9:02");
        }
        if (!plan.title(export, day).isEmpty() && export != Export.ALIPAY_BILL) {
            note(export, day, Defect.TITLE_ROW, plan.title(export, day));
        }
    }

    private void header(Export export, int day) {
        if (export == Export.TMALL_ORDER_1 && day >= nights.newHeader()) {
            note(export, day, Defect.HEADER_REORDERED, "店铺名称 comes second");
        }
        if (export == Export.TMALL_ORDER_1 && day >= nights.renamed()) {
            note(export, day, Defect.COLUMN_RENAMED, FilePlan.PAID + " is called " + FilePlan.PAID_RENAMED);
        }
        if (export == Export.MEMBER && day >= nights.newHeader()) {
            note(export, day, Defect.COLUMN_ADDED, FilePlan.ADDED);
        }
        if (export == Export.TMALL_ORDER_3 && day == nights.columnMissing()) {
            note(export, day, Defect.COLUMN_MISSING, FilePlan.PAID);
        }
        if (export == Export.NPS && day >= nights.switchOver()) {
            note(export, day, Defect.QUESTION_EDITED, plan.header(export, day).get(6));
        }
    }

    private void habits(Export export, int day) {
        switch (export) {
            case TMALL_ORDER_1, TMALL_ORDER_2, TMALL_ORDER_3 -> {
                note(export, day, Defect.EXCEL_TEXT_ID, "every 订单编号");
                note(export, day, Defect.LEADING_APOSTROPHE, "every 联系手机");
                note(export, day, Defect.YUAN_SUFFIX, "every 打款商家金额");
                note(export, day, Defect.SENTINEL_TEXT, "无退款申请, 订单未关闭");
                note(export, day, Defect.NULL_TOKEN, "-");
                if (day > 0) {
                    note(export, day, Defect.REEXPORT_OVERLAP, "orders of the last 30 days");
                }
            }
            case WECHAT_BILL -> note(export, day, Defect.TOTAL_ROW, "a table of totals below");
            case ALIPAY_BILL -> note(export, day, Defect.TRAILING_TAB, "every number");
            case TMALL_ITEM_1, TMALL_ITEM_2, PRODUCT -> note(export, day, Defect.EXCEL_TEXT_ID, "every id");
            case DOUYIN_CSV, PDD -> {
                note(export, day, Defect.TRAILING_TAB, "every id");
                note(export, day, Defect.THOUSANDS_SEPARATOR, "every amount from 1,000.00");
                note(export, day, Defect.NULL_TOKEN, "-");
            }
            case JD -> note(export, day, Defect.NULL_TOKEN, "0001-01-01 00:00:00, 1970-01-01 00:00:00, null");
            case DOUYIN -> note(export, day, Defect.NULL_TOKEN, "0 for no time");
            case MEMBER -> note(export, day, Defect.NULL_TOKEN, "-, null");
            case STAFF -> note(export, day, Defect.LEADING_APOSTROPHE, "every 手机号");
            case POINTS_CRM -> note(export, day, Defect.POINTS_SIGNED, "signed here, typed in points_mall");
            default -> {}
        }
    }

    private void nights(Export export, int day) {
        if (export == Export.JD && day == nights.wrongUnit()) {
            note(export, day, Defect.WRONG_UNIT, "fen where yuan should be");
        }
        if (export == Export.EVENT && day == nights.fewEvents()) {
            note(export, day, Defect.ROW_COUNT_DRIFT, "half of the events are lost");
        }
        if (export == Export.CONTACT && day == nights.snapshotCollapse()) {
            note(export, day, Defect.SNAPSHOT_COLLAPSE, "three of ten relations are not in the list");
        }
    }

    private void note(Export export, int day, Defect defect, String detail) {
        shard.noteFile(export, day, defect, detail);
    }
}
