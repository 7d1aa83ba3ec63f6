package io.siyu.pipelines.sample.trade;

/**
 * A line of an order; all amounts in fen and for the whole quantity.
 *
 * @param listFen the tag price
 * @param discountFen what the retailer takes off
 * @param platformFen what the platform pays instead of the buyer
 * @param payFen what the buyer pays: list less both
 */
public record Line(Sku sku, int quantity, long listFen, long discountFen, long platformFen, long payFen) {
    public boolean isGift() {
        return sku.isGift();
    }

    /** What the shop asks before the platform's part: list less its own discount. */
    public long dueFen() {
        return listFen - discountFen;
    }
}
