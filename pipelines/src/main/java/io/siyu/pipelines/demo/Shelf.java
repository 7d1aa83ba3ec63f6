package io.siyu.pipelines.demo;

import java.util.ArrayList;
import java.util.List;

/** The stores, the staff and the goods of the demo retailer. */
final class Shelf {
    /** The Tmall shop. */
    static final String SHOP = "思语旗舰店";

    record Store(String code, String type, String city, String region, String place) {
        String name() {
            return city + place + "店";
        }

        /** The guide whom this person of the store knows: two a store. */
        String guide(int person) {
            return "guide_" + code + (person % 2 + 1);
        }
    }

    record Sku(int no, String kind, String colour, long priceFen) {
        String code() {
            return String.format("SY-%02d-%02d", no / COLOURS.size() + 1, no % COLOURS.size() + 1);
        }

        String style() {
            return String.format("SY-%02d", no / COLOURS.size() + 1);
        }

        String name() {
            return (isGift() ? "【赠品】" : "") + kind + " " + colour;
        }

        boolean isGift() {
            return kind.equals("丝绒发带");
        }

        /** The till's own id of the product: above 2^53, so it survives as text only. */
        String posUid() {
            return Long.toString(556_677_008_899_110_000L + no);
        }
    }

    private record Kind(String name, String category, long priceFen) {}

    static final List<Store> STORES = List.of(
            new Store("S01", "直营", "杭州", "华东", "湖滨"),
            new Store("S02", "直营", "上海", "华东", "静安"),
            new Store("S03", "加盟", "苏州", "华东", "观前街"),
            new Store("S04", "直营", "南京", "华东", "新街口"),
            new Store("S05", "联营", "宁波", "华东", "天一广场"),
            new Store("S06", "直营", "成都", "西南", "春熙路"),
            new Store("S07", "加盟", "武汉", "华中", "江汉路"),
            new Store("S08", "直营", "广州", "华南", "天河城"));
    private static final List<String> COLOURS =
            List.of("雾灰", "驼色", "黑色", "米白", "藏青", "酒红", "墨绿", "焦糖", "浅粉", "燕麦", "湖蓝", "姜黄");
    private static final List<Kind> KINDS = List.of(
            new Kind("羊绒围巾", "配饰", 29_800),
            new Kind("羊绒衫", "针织", 89_800),
            new Kind("双面呢大衣", "外套", 129_800),
            new Kind("针织连衣裙", "连衣裙", 45_800),
            new Kind("高腰牛仔裤", "裤装", 32_800),
            new Kind("羊毛袜", "配饰", 3_990),
            new Kind("针织帽", "配饰", 12_800),
            new Kind("羊皮手套", "配饰", 19_900),
            new Kind("V领开衫", "针织", 39_800),
            new Kind("丝绒发带", "赠品", 1_990));
    static final List<Sku> SKUS = skus();

    private Shelf() {}

    /** A SKU that is sold; the last kind is only given away. */
    static Sku sold(int draw) {
        return SKUS.get(Math.floorMod(draw, SKUS.size() - COLOURS.size()));
    }

    static Sku gift(int draw) {
        return SKUS.get(SKUS.size() - 1 - Math.floorMod(draw, COLOURS.size()));
    }

    static List<List<String>> storeRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("门店编码", "门店名称", "店铺性质", "城市", "大区", "开业日期", "闭店日期", "门店电话"));
        for (Store s : STORES) {
            rows.add(List.of(
                    s.code(),
                    s.name(),
                    s.type(),
                    s.city(),
                    s.region(),
                    "2021-03-18",
                    "",
                    "400-820-0" + s.code().substring(1)));
        }
        return rows;
    }

    /** Two guides a store, and the total row such exports end with. */
    static List<List<String>> staffRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("员工编号", "姓名", "手机号", "门店编码", "岗位", "入职日期", "离职日期", "企业微信账号"));
        for (int i = 0; i < STORES.size() * 2; i++) {
            Store s = STORES.get(i / 2);
            rows.add(List.of(
                    String.format("G%04d", 301 + i),
                    Person.NAMES.charAt(i) + (i % 2 == 0 ? "店长" : "导购"),
                    "'137" + String.format("%08d", 317 + i),
                    s.code(),
                    i % 2 == 0 ? "店长" : "导购",
                    "2022-05-06",
                    "",
                    s.guide(i)));
        }
        rows.add(List.of("合计", "", "", "", Integer.toString(STORES.size() * 2), "", "", ""));
        return rows;
    }

    static List<List<String>> productRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("商品编码", "款号", "商品名称", "品类", "品牌", "吊牌价", "是否赠品", "银豹商品id"));
        for (Sku s : SKUS) {
            rows.add(List.of(
                    s.code(),
                    s.style(),
                    s.name(),
                    KINDS.get(s.no() / COLOURS.size()).category(),
                    "思语",
                    Texts.yuan(s.priceFen()) + "元",
                    s.isGift() ? "是" : "否",
                    "=\"" + s.posUid() + "\""));
        }
        return rows;
    }

    private static List<Sku> skus() {
        List<Sku> skus = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (String colour : COLOURS) {
                skus.add(new Sku(skus.size(), kind.name(), colour, kind.priceFen()));
            }
        }
        return List.copyOf(skus);
    }
}
