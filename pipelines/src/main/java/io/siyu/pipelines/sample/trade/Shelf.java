package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/** What the retailer sells: clothes and what goes with them. */
public final class Shelf {
    private static final String[] COLOURS = "雾灰,驼色,黑色,米白,藏青,酒红,墨绿,焦糖".split(",");
    private static final String[] SIZES = {"S", "M", "L"};
    static final int VARIANTS = COLOURS.length * SIZES.length;

    /** Kind, category above, category, tag price in yuan, weight in winter and in summer. */
    private static final String KINDS = """
            羊绒围巾|配饰|围巾|298|9|1
            羊绒衫|女装|针织|898|8|1
            双面呢大衣|女装|外套|1298|6|0
            羽绒服|女装|外套|1599|6|0
            针织连衣裙|女装|连衣裙|458|5|3
            真丝衬衫|女装|衬衫|699|3|6
            高腰牛仔裤|女装|裤装|328|5|5
            阔腿西裤|女装|裤装|398|4|5
            印花T恤|女装|T恤|129|2|10
            防晒衣|女装|外套|239|0|8
            羊毛袜|配饰|袜品|39|8|1
            纯棉短袜三双装|配饰|袜品|29|5|8
            针织帽|配饰|帽子|128|5|0
            遮阳帽|配饰|帽子|99|0|6
            羊皮手套|配饰|手套|199|4|0
            帆布包|箱包|手提包|159|3|5
            牛皮通勤包|箱包|手提包|1099|2|2
            乐福鞋|鞋|单鞋|559|3|4
            短靴|鞋|靴|799|5|0
            V领开衫|女装|针织|398|6|3
            男士polo衫|男装|T恤|269|2|6
            男士羊毛外套|男装|外套|1199|3|0
            丝绒发带|赠品|赠品|19|1|1
            香氛小样|赠品|赠品|15|1|1
            """;

    private static final List<Sku> SKUS = new ArrayList<>();
    private static final List<int[]> WEIGHTS = new ArrayList<>();
    private static final int SOLD;

    static {
        List<Integer> winter = new ArrayList<>();
        List<Integer> summer = new ArrayList<>();
        for (String line : KINDS.lines().toList()) {
            String[] cells = line.split("\\|");
            boolean gift = cells[1].equals("赠品");
            for (String colour : COLOURS) {
                for (String size : SIZES) {
                    long fen = Long.parseLong(cells[3]) * 100;
                    SKUS.add(new Sku(SKUS.size(), cells[0], cells[1], cells[2], colour, size, fen, gift));
                }
            }
            if (!gift) {
                winter.add(Integer.parseInt(cells[4]));
                summer.add(Integer.parseInt(cells[5]));
            }
        }
        SOLD = winter.size();
        WEIGHTS.add(winter.stream().mapToInt(Integer::intValue).toArray());
        WEIGHTS.add(summer.stream().mapToInt(Integer::intValue).toArray());
    }

    private Shelf() {}

    public static List<Sku> all() {
        return List.copyOf(SKUS);
    }

    public static Sku sku(int no) {
        return SKUS.get(Math.floorMod(no, SKUS.size()));
    }

    /** Something that is bought in a month from 1 to 12. */
    static Sku sold(int month, Draw draw) {
        boolean summer = month >= 4 && month <= 9;
        int kind = draw.weighted(WEIGHTS.get(summer ? 1 : 0));
        return SKUS.get(kind * VARIANTS + draw.below(VARIANTS));
    }

    static Sku gift(Draw draw) {
        return SKUS.get(SOLD * VARIANTS + draw.below(SKUS.size() - SOLD * VARIANTS));
    }
}
