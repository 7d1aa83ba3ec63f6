package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Codes;

/** Something that is sold or, when {@code isGift}, given away. */
public record Sku(
        int no, String kind, String top, String category, String colour, String size, long tagFen, boolean isGift) {
    public String code() {
        return "SC-" + Codes.padded(style() + 1L, 3) + "-" + Codes.padded(no + 1L, 4);
    }

    public String spu() {
        return "SC-" + Codes.padded(style() + 1L, 3);
    }

    int style() {
        return no / Shelf.VARIANTS;
    }

    public String name() {
        return (isGift ? "【赠品】" : "") + "思语 " + kind + " " + colour;
    }

    /** The till's own id: 18 digits, which no double holds. */
    public String posUid() {
        return Long.toString(556_677_008_899_110_000L + no);
    }

    public String tmallItem() {
        return Long.toString(680_000_000_000L + style());
    }

    public String tmallSku() {
        return Long.toString(5_000_000_000_000L + no);
    }

    public String jdSku() {
        return Long.toString(1_000_990_000L + no);
    }

    public String pddGoods() {
        return Long.toString(550_010_000_000L + style());
    }

    public String pddSku() {
        return Long.toString(1_660_010_000_000L + no);
    }

    public String douyinProduct() {
        return Long.toString(3_620_000_000_000_000_000L + style());
    }
}
