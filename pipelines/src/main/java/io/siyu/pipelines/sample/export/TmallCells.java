package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.export.TmallRows.Look;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.person.Phones;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Sku;
import io.siyu.pipelines.sample.trade.State;
import java.util.stream.Collectors;

/** The cells of the console's exports, in the words and habits of the console. */
final class TmallCells {
    private static final String[] MARKS = {"G-阿杰", "V-小雨", "B单 阿杰"};
    private final Stage stage;

    TmallCells(Stage stage) {
        this.stage = stage;
    }

    String[] main(Order o, Look look, boolean rounded) {
        Person p = o.buyer();
        boolean paid = look.state().isPaid();
        long goods = o.listFen();
        String received = look.state() == State.FINISHED ? time(o.times().finishedAt(), look) : "";
        return new String[] {
            rounded ? Desk.rounded(o.no()) : excel(o.no()),
            nick(o),
            "",
            Desk.yuan(goods),
            Desk.yuan(o.postageFen()),
            "0",
            Desk.yuan(goods + o.postageFen()),
            "0",
            Desk.yuan(paid ? o.payFen() + o.postageFen() : 0),
            "0",
            status(look.state()),
            "",
            p.surname() + "**",
            p.place().province() + " " + p.place().city() + " " + p.place().district() + " 某某街道 ****(000000)",
            "快递",
            "",
            "'" + Phones.masked(p.phone(o.at())),
            time(o.at(), look),
            paid ? time(o.times().paidAt(), look) : "",
            title(o),
            Integer.toString(o.lines().size()),
            "",
            "",
            note(o),
            Integer.toString(o.quantity()),
            Shops.TMALL_IDS[o.shop()],
            Shops.TMALL[o.shop()],
            closed(look.state()),
            "0元",
            "0元",
            "",
            "手机订单",
            o.has(Mark.PRESALE) ? (o.oddity() == Oddity.FORFEITED ? "定金已付，尾款未付" : "定金已付，尾款已付") : "",
            "",
            "",
            "",
            "",
            "",
            "-",
            "-",
            "否",
            Desk.yuan(paid ? o.payFen() + o.postageFen() - look.refundedFen() : 0) + "元",
            received,
            look.refundedFen() == 0 ? "无退款申请" : Desk.yuan(look.refundedFen()) + "元",
            paid ? "'2026" + o.no() : ""
        };
    }

    String[] item(Order o, int i, Look look) {
        Line line = o.lines().get(i);
        boolean paid = look.state().isPaid();
        boolean refunded = look.refundedFen() > 0 && o.refunds().stream().anyMatch(r -> r.line() == i);
        return new String[] {
            itemId(o, sub(o, i)),
            itemId(o, o.no()),
            line.sku().name(),
            Desk.yuan(line.sku().tagFen()),
            Integer.toString(line.quantity()),
            "颜色分类:" + line.sku().colour() + ";尺码:" + line.sku().size(),
            "",
            status(look.state()),
            line.sku().code(),
            Desk.yuan(line.listFen()),
            Desk.yuan(paid ? line.payFen() : 0),
            refunded ? "退款成功" : "没有申请退款",
            refunded ? Desk.yuan(Math.min(look.refundedFen(), line.payFen())) + "元" : "无退款申请",
            time(o.at(), look),
            paid ? time(o.times().paidAt(), look) : "",
            line.sku().tmallItem(),
            note(o)
        };
    }

    /** The sub-order's number: the order's own when there is only one. */
    static String sub(Order o, int line) {
        return o.lines().size() == 1 ? o.no() : o.no().substring(0, 17) + (46 + line);
    }

    private String time(long at, Look look) {
        return look.saved() ? stage.dates().saved(at) : stage.dates().time(at);
    }

    /** A workbook's cells are texts as they are. */
    private static String itemId(Order o, String id) {
        return Shops.items(o.shop()).isWorkbook() ? id : excel(id);
    }

    private static String excel(String id) {
        return "=\"" + id + "\"";
    }

    /** Half of the shops' buyers show their whole name, the others a mask; the same buyer always does the same. */
    boolean showsNick(Order o) {
        return o.buyer().id() % 2 == 0;
    }

    private String nick(Order o) {
        String nick = o.buyer().nick();
        return showsNick(o) ? nick : nick.charAt(0) + "***" + nick.charAt(nick.length() - 1);
    }

    private static String title(Order o) {
        return o.oddity() == Oddity.PRICE_DIFFERENCE
                ? "补差价链接 拍前联系客服"
                : o.lines().stream().map(Line::sku).map(Sku::name).collect(Collectors.joining("，"));
    }

    boolean hasLineBreak(Order o) {
        return Draw.at(stage.world().seed(), 60, o.no().hashCode()).chance(0.012) && o.oddity() == Oddity.NONE;
    }

    private String note(Order o) {
        Draw draw = Draw.at(stage.world().seed(), 61, o.no().hashCode());
        if (o.has(Mark.NOTED)) {
            return MARKS[draw.below(MARKS.length)];
        }
        if (hasLineBreak(o)) {
            return "客户要求:\n周末送货,\"轻放\"";
        }
        return switch (o.oddity()) {
            case STAFF -> "员工内购";
            case TEST -> "测试单 勿发";
            case RESHIP -> draw.chance(0.5) ? "补发 原单破损" : "换货";
            case SAMPLE -> "0元试用 寄样";
            default -> draw.chance(0.05) ? "顺丰,加急" : "";
        };
    }

    private static String status(State state) {
        return switch (state) {
            case UNPAID -> "等待买家付款";
            case PAID -> "买家已付款，等待卖家发货";
            case SHIPPED -> "卖家已发货，等待买家确认";
            case FINISHED -> "交易成功";
            case CLOSED_UNPAID, CLOSED_REFUNDED -> "交易关闭";
        };
    }

    private static String closed(State state) {
        return switch (state) {
            case CLOSED_UNPAID -> "买家未付款";
            case CLOSED_REFUNDED -> "退款";
            default -> "订单未关闭";
        };
    }
}
