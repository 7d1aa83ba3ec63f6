package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Store;

/** The retailer's shops on each platform. */
final class Shops {
    static final String[] TMALL = {"思语官方旗舰店", "思语奥莱专卖店", "思语童装旗舰店"};
    static final String[] TMALL_IDS = {"101245678", "101245679", "101245680"};
    static final String[] DOUYIN = {"思语抖音旗舰店", "思语直播专营店"};
    private static final Export[] TMALL_ORDERS = {Export.TMALL_ORDER_1, Export.TMALL_ORDER_2, Export.TMALL_ORDER_3};
    private static final Export[] TMALL_ITEMS = {Export.TMALL_ITEM_1, Export.TMALL_ITEM_2, Export.TMALL_ITEM_3};

    private Shops() {}

    static Export orders(int shop) {
        return TMALL_ORDERS[shop];
    }

    static Export items(int shop) {
        return TMALL_ITEMS[shop];
    }

    /** The shop in order keys: a store's code, a Tmall shop's name, {@code own} or {@code channels}, a vid of Weimob. */
    static String key(Order order) {
        return switch (order.channel()) {
            case POS -> "S" + io.siyu.pipelines.sample.chance.Codes.padded(order.shop() + 1L, 4);
            case TMALL -> TMALL[order.shop()];
            case DOUYIN -> DOUYIN[order.shop()];
            case MALL -> order.shop() == 1 ? "channels" : "own";
            case JD -> "思语京东旗舰店";
            case PDD -> "pdd";
            case WEIMOB -> vid(order.shop());
        };
    }

    /** Weimob's number of a store. */
    static String vid(int store) {
        return "6000" + (store + 1);
    }

    /** {@code tmall:思语官方旗舰店:44...}; POS orders carry their store's code. */
    static String uid(Order order) {
        String platform =
                order.channel() == Channel.POS ? "pos" : order.channel().text();
        return platform + ":" + key(order) + ":" + order.no();
    }

    static String storeCode(int store) {
        return new Store(store, "", io.siyu.pipelines.sample.person.Place.at(store), "").code();
    }
}
