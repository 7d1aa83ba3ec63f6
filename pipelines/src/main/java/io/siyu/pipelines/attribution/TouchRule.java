package io.siyu.pipelines.attribution;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How a path's conversion is shared by its touches, by their places alone. */
public interface TouchRule extends Model {
    /** The share of each touch; they add up to one. */
    double[] shares(List<String> touches);

    @Override
    default Credits of(Paths paths) {
        ChannelIndex index = new ChannelIndex(paths.channels());
        double[] conversions = new double[index.size()];
        double[] value = new double[index.size()];
        for (CountedPath path : paths.counted()) {
            if (path.conversions() == 0) {
                continue;
            }
            double[] shares = shares(path.touches());
            double worth = path.value().doubleValue();
            for (int i = 0; i < shares.length; i++) {
                int channel = index.of(path.touches().get(i));
                conversions[channel] += path.conversions() * shares[i];
                value[channel] += worth * shares[i];
            }
        }
        return new Credits(paths.channels(), conversions, value);
    }

    @Override
    default TouchRule within(Paths paths) {
        return this;
    }

    /**
     * To each channel of a path by its worth, whatever its number of touches, which share it; the same to each channel of a path
     * where none is worth anything.
     *
     * @param worth of channels, not below nought; a channel without one is worth nothing
     */
    static TouchRule byWorth(Map<String, Double> worth) {
        return touches -> {
            List<String> channels = PathTransform.unique().of(touches);
            double all = channels.stream()
                    .mapToDouble(channel -> worth.getOrDefault(channel, 0.0))
                    .sum();
            double[] shares = new double[touches.size()];
            for (int i = 0; i < shares.length; i++) {
                String channel = touches.get(i);
                double share = all == 0 ? 1.0 / channels.size() : worth.getOrDefault(channel, 0.0) / all;
                shares[i] = share / Collections.frequency(touches, channel);
            }
            return shares;
        };
    }

    /** All to the first touch. */
    static TouchRule first() {
        return touches -> one(touches.size(), 0);
    }

    /** All to the last touch. */
    static TouchRule last() {
        return touches -> one(touches.size(), touches.size() - 1);
    }

    /** All to the last touch that is not of the channel {@code direct}; to the last when all are. */
    static TouchRule lastOtherThan(String direct) {
        return touches -> {
            int at = touches.size() - 1;
            while (at >= 0 && touches.get(at).equals(direct)) {
                at--;
            }
            return one(touches.size(), at < 0 ? touches.size() - 1 : at);
        };
    }

    /** The same to every touch. */
    static TouchRule linear() {
        return touches -> {
            double[] shares = new double[touches.size()];
            Arrays.fill(shares, 1.0 / shares.length);
            return shares;
        };
    }

    /**
     * {@code first} to the first touch, {@code last} to the last, the rest in equal parts to those between. Of two touches
     * each gets its part of {@code first + last}; half each when that is nought.
     *
     * @param first of all, 0 to 1; {@code first + last} is at most 1
     */
    static TouchRule position(double first, double last) {
        if (!(first >= 0 && last >= 0 && first + last <= 1)) {
            throw new IllegalArgumentException("first and last are parts of one: " + first + " " + last);
        }
        return touches -> {
            int n = touches.size();
            double[] shares = new double[n];
            if (n == 1) {
                shares[0] = 1;
            } else if (n == 2) {
                shares[0] = first + last == 0 ? 0.5 : first / (first + last);
                shares[1] = 1 - shares[0];
            } else {
                Arrays.fill(shares, (1 - first - last) / (n - 2));
                shares[0] = first;
                shares[n - 1] = last;
            }
            return shares;
        };
    }

    /** Each touch counts less the more touches follow it: half at {@code halfLife} touches before the last. */
    static TouchRule decay(double halfLife) {
        return touches -> {
            double[] ages = new double[touches.size()];
            for (int i = 0; i < ages.length; i++) {
                ages[i] = ages.length - 1 - i;
            }
            return decayed(ages, halfLife);
        };
    }

    /**
     * Shares by age, where times are known: a touch counts half as much as one that is {@code halfLife} younger.
     *
     * @param ages time from each touch to the conversion, in any unit
     * @param halfLife in the same unit, more than 0
     */
    static double[] decayed(double[] ages, double halfLife) {
        if (!(halfLife > 0)) {
            throw new IllegalArgumentException("a half-life is more than 0, not " + halfLife);
        }
        double youngest = Arrays.stream(ages).min().orElse(0);
        double[] shares = Arrays.stream(ages)
                .map(age -> Math.pow(2, (youngest - age) / halfLife))
                .toArray();
        double all = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / all).toArray();
    }

    private static double[] one(int touches, int at) {
        double[] shares = new double[touches];
        shares[at] = 1;
        return shares;
    }
}
