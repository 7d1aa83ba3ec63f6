package io.siyu.pipelines.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models by name, as one chooses them: all side by side, because none of them is the truth. */
public final class Models {
    /**
     * What models may be told.
     *
     * @param order touches back that Markov's next step depends on
     * @param first part of the first touch, by position
     * @param last part of the last touch, by position
     * @param halfLife touches after which a touch counts half, in decay
     * @param direct the channel that last-non-direct passes over
     * @param draws orders drawn by shapley-rate when channels are many
     * @param seed of these
     */
    public record Choices(int order, double first, double last, double halfLife, String direct, int draws, long seed) {}

    private Models() {}

    /** All models, in the order in which people read them. */
    public static Map<String, Model> of(Choices choices) {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("first", TouchRule.first());
        models.put("last", TouchRule.last());
        models.put("last-non-direct", TouchRule.lastOtherThan(choices.direct()));
        models.put("linear", TouchRule.linear());
        models.put("position", TouchRule.position(choices.first(), choices.last()));
        models.put("decay", TouchRule.decay(choices.halfLife()));
        models.put("markov", new Markov(choices.order()));
        models.put("shapley", new Shapley(Shapley.Worth.TOTAL, choices.draws(), choices.seed()));
        models.put("shapley-rate", new Shapley(Shapley.Worth.RATE, choices.draws(), choices.seed()));
        models.put("leave-one-out", new LeaveOneOut());
        return models;
    }

    /** The same names in Chinese, for people. */
    public static Map<String, String> chinese() {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> both = List.of(
                "first",
                "首次触点",
                "last",
                "末次触点",
                "last-non-direct",
                "末次非直接",
                "linear",
                "线性",
                "position",
                "位置",
                "decay",
                "衰减",
                "markov",
                "马尔可夫",
                "shapley",
                "沙普利",
                "shapley-rate",
                "沙普利·转化率",
                "leave-one-out",
                "逐一剔除");
        for (int i = 0; i < both.size(); i += 2) {
            names.put(both.get(i), both.get(i + 1));
        }
        return names;
    }
}
