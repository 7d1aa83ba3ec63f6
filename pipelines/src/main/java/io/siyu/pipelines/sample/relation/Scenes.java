package io.siyu.pipelines.sample.relation;

import io.siyu.pipelines.sample.chance.Draw;
import java.util.List;

/** By which doors people come into the mini program. */
public final class Scenes {
    /** A WeChat scene code; {@code touch} says whether coming through it is a touch of some channel. */
    public record Scene(int code, String name, String domain, String channel, boolean touch) {}

    public static final List<Scene> ALL = List.of(
            new Scene(1089, "聊天下拉", "private", "mini_program", false),
            new Scene(1001, "最近使用", "private", "mini_program", false),
            new Scene(1007, "单聊卡片", "private", "wecom_chat", true),
            new Scene(1008, "群聊卡片", "private", "wecom_group", true),
            new Scene(1011, "扫二维码", "private", "store_scan", true),
            new Scene(1047, "小程序码", "private", "store_scan", true),
            new Scene(1035, "公众号菜单", "private", "oa_menu", true),
            new Scene(1058, "公众号文章", "private", "oa_article", true),
            new Scene(1043, "公众号模板消息", "private", "oa_template", true),
            new Scene(1014, "订阅消息", "private", "subscription", true),
            new Scene(1053, "搜一搜", "public", "wechat_search", true),
            new Scene(1005, "搜索", "public", "wechat_search", true),
            new Scene(1045, "朋友圈广告", "public", "wechat_ad", true),
            new Scene(1067, "文章广告", "public", "wechat_ad", true),
            new Scene(1020, "公众号主页", "private", "oa_profile", true));
    private static final int[] WEIGHTS = {20, 12, 14, 12, 8, 6, 8, 5, 3, 2, 4, 2, 2, 1, 1};
    private static final int[] UNKNOWN = {1168, 1233, 1055, 9001};

    private Scenes() {}

    /** A door; one of two hundred is in nobody's list and no touch. */
    public static Scene any(Draw draw) {
        if (draw.chance(0.005)) {
            return new Scene(UNKNOWN[draw.below(UNKNOWN.length)], "", "", "", false);
        }
        return ALL.get(draw.weighted(WEIGHTS));
    }

    /** A door that is a touch. */
    public static Scene touch(Draw draw) {
        Scene scene = any(draw);
        return scene.touch() ? scene : ALL.get(2 + draw.below(6));
    }
}
