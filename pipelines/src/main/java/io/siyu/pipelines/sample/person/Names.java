package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.chance.Draw;

/** Names of people, surnames about as frequent as in China. */
final class Names {
    private static final String[] SURNAMES = ("王王王王王王王李李李李李李李张张张张张张张刘刘刘刘刘陈陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐徐孙孙马马朱朱胡胡郭何林高罗郑梁谢宋唐许邓韩"
                    + "冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
            .split("");
    private static final String[] FEMALE =
            ("芳 娜 敏 静 丽 艳 娟 霞 秀英 燕 玲 丹 萍 红 玉兰 桂英 婷 雪 倩 颖 琳 欣 怡 佳 悦 雅琴 思雨 梓涵 雨桐 诗涵 欣怡 晓燕 丽华"
                            + " 海燕 春梅 小红 梦洁 佳怡 可欣 语嫣 若曦 文静 晓彤 嘉琪 雨欣 紫萱 慧敏 淑珍 莉 洁 晶 菲 蕾 璐 瑶 薇 琪 晴 妍")
                    .split(" ");
    private static final String[] MALE =
            ("伟 强 磊 军 洋 勇 杰 涛 超 明 刚 平 辉 鹏 华 飞 鑫 波 斌 宇 浩 凯 健 俊 帆 志强 建国 建华 子轩 浩然 宇航 俊杰 文博 国强 志伟"
                            + " 海涛 晓东 家豪 子涵 一鸣 天佑 博文 泽宇 明轩 嘉懿 思远 振华 庆 龙 晨 阳 旭 东 峰 毅 亮 成 林 瑞 翔")
                    .split(" ");

    private Names() {}

    static String surname(Draw draw) {
        return SURNAMES[draw.below(SURNAMES.length)];
    }

    static String given(boolean female, Draw draw) {
        String[] pool = female ? FEMALE : MALE;
        return pool[draw.below(pool.length)];
    }

    /** How somebody calls himself on a platform. */
    static String nick(Draw draw) {
        String[] first = "爱吃鱼的,小,一只,今天也要,慢半拍,阿,南方的,晚风与,贪睡,可爱".split(",");
        String[] last = "猫咪,西瓜,团子,橙子,海盐,柚子,麦子,星星,豆豆,小鹿,月亮,薄荷,七七,果果".split(",");
        return first[draw.below(first.length)] + last[draw.below(last.length)] + draw.between(1, 9999);
    }
}
