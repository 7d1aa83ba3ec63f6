package io.siyu.pipelines.identity.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evidence of {@code dim.link_review} as match weights that add up, in bits (Fellegi and Sunter 1969): what chance says
 * comes first, then what each comparison adds, the heaviest first.
 *
 * @param steps name and bits, in the order in which they are added
 */
record Waterfall(List<Step> steps) {
    private static final String CHANCE = "prior";
    private static final int BITS_PER_SIGN = 2;
    private static final int NAME_WIDTH = 28;

    /** What one comparison adds. */
    record Step(String name, double bits) {}

    /** @param evidence {@code phone: same +14.8; city: differs -3.4; prior -13.3} */
    static Waterfall of(String evidence) {
        List<Step> steps = new ArrayList<>();
        for (String part : evidence.split(";")) {
            String text = part.strip();
            int at = text.lastIndexOf(' ');
            Step step = new Step(text.substring(0, at), Double.parseDouble(text.substring(at + 1)));
            if (step.name().equals(CHANCE)) {
                steps.add(0, new Step("chance alone", step.bits()));
            } else {
                steps.add(step);
            }
        }
        return new Waterfall(steps);
    }

    /** All together: log2 of the odds that two are one. */
    double bits() {
        return steps.stream().mapToDouble(Step::bits).sum();
    }

    /** The same as a probability. */
    double probability() {
        return 1 / (1 + Math.pow(2, -bits()));
    }

    /** A line for each: name, bits, the sum so far, and a bar. */
    List<String> lines(String indent) {
        List<String> lines = new ArrayList<>();
        double sum = 0;
        for (Step step : steps) {
            sum += step.bits();
            String bar = (step.bits() < 0 ? "-" : "+").repeat((int) Math.round(Math.abs(step.bits()) / BITS_PER_SIGN));
            lines.add(String.format(
                            Locale.ROOT,
                            "%s%-" + NAME_WIDTH + "s %+6.1f  = %+6.1f  %s",
                            indent,
                            step.name(),
                            step.bits(),
                            sum,
                            bar)
                    .stripTrailing());
        }
        return lines;
    }
}
