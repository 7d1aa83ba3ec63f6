package io.siyu.pipelines.sample.person;

import java.util.ArrayList;
import java.util.List;

/**
 * A district that exists. Big cities stand in the list more than once, with other districts, and so have more people.
 *
 * @param region the retailer's sales region
 */
public record Place(String province, String city, String district, String region) {
    private static final String TEXT = """
            浙江省|杭州市|华东|上城区 拱墅区 西湖区 余杭区 萧山区 滨江区
            上海市|上海市|华东|黄浦区 静安区 徐汇区 浦东新区 闵行区 杨浦区 长宁区
            江苏省|苏州市|华东|姑苏区 吴中区 虎丘区 吴江区
            江苏省|南京市|华东|玄武区 秦淮区 鼓楼区 江宁区
            浙江省|宁波市|华东|海曙区 江北区 鄞州区
            四川省|成都市|西南|锦江区 青羊区 武侯区 成华区 高新区
            湖北省|武汉市|华中|江岸区 江汉区 武昌区 洪山区
            广东省|广州市|华南|天河区 越秀区 海珠区 番禺区
            广东省|深圳市|华南|南山区 福田区 罗湖区 宝安区 龙岗区
            北京市|北京市|华北|朝阳区 海淀区 东城区 西城区 丰台区
            天津市|天津市|华北|和平区 南开区 河西区
            陕西省|西安市|西北|雁塔区 碑林区 未央区
            重庆市|重庆市|西南|渝中区 江北区 渝北区
            湖南省|长沙市|华中|岳麓区 芙蓉区 雨花区
            山东省|青岛市|华北|市南区 市北区 崂山区
            辽宁省|沈阳市|东北|和平区 沈河区
            河南省|郑州市|华中|金水区 中原区 二七区
            福建省|厦门市|华南|思明区 湖里区
            安徽省|合肥市|华东|蜀山区 庐阳区
            云南省|昆明市|西南|五华区 官渡区
            """;
    static final List<Place> ALL = all();

    private static List<Place> all() {
        List<Place> places = new ArrayList<>();
        for (String line : TEXT.lines().toList()) {
            String[] cells = line.split("\\|");
            for (String district : cells[3].split(" ")) {
                places.add(new Place(cells[0], cells[1], district, cells[2]));
            }
        }
        return List.copyOf(places);
    }

    /** A place for any whole number. */
    public static Place at(int number) {
        return ALL.get(Math.floorMod(number, ALL.size()));
    }

    /** The city without its last character: 杭州. */
    public String town() {
        return city.substring(0, city.length() - 1);
    }
}
