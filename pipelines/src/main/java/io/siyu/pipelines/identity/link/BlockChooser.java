package io.siyu.pipelines.identity.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses blocking rules for columns of known kinds: greedily those that find the most of what no rule yet finds, for the pairs they
 * cost. What a rule finds is counted over all ways in which the columns of a true pair may have come to harm: a value that is missing,
 * wrong, or right at its start alone; what it costs is counted on a sample.
 */
final class BlockChooser {
    private static final int MOST_RULES = 16;
    private static final int MOST_COLUMNS = 9;
    private static final double LEAST_GAIN = 0.0005;

    /** Pairs that may be compared: so many to a record, and a number that takes a second whatever the records. */
    private static final double PAIRS_PER_RECORD = 30;

    private static final double PAIRS = 300_000;

    private final List<KeyPart> parts = new ArrayList<>();
    private final Map<Integer, Double> harms = new HashMap<>();
    private final List<? extends List<? extends @Nullable String>> sample;
    private final double scale;
    private final double records;
    private final int largest;

    /**
     * @param compare what is compared; the most telling columns first
     * @param sample normal forms, in the order of {@code compare}
     * @param records how many there are in all
     * @param largest records that a block may have
     */
    BlockChooser(
            List<LinkSpec.Comparison> compare,
            List<? extends List<? extends @Nullable String>> sample,
            double records,
            int largest) {
        this.sample = sample;
        this.records = records;
        this.scale = sample.isEmpty() ? 1 : records / sample.size();
        this.largest = largest;
        harms.put(0, 1.0);
        for (int place = 0; place < Math.min(MOST_COLUMNS, compare.size()); place++) {
            add(compare.get(place), place);
        }
    }

    /** The rules, in the order in which they were chosen. */
    List<LinkSpec.Block> rules() {
        List<Candidate> open = candidates();
        List<LinkSpec.Block> rules = new ArrayList<>();
        Map<Integer, Double> missed = new HashMap<>(harms);
        double left = PAIRS_PER_RECORD * records + PAIRS;
        while (rules.size() < MOST_RULES) {
            Candidate best = null;
            double most = 0;
            for (Candidate candidate : open) {
                double gain = gain(candidate, missed);
                double worth = gain / (candidate.pairs() + records);
                if (gain >= LEAST_GAIN && candidate.pairs() <= left && worth > most) {
                    best = candidate;
                    most = worth;
                }
            }
            if (best == null) {
                break;
            }
            int mask = best.mask();
            rules.add(best.block());
            left -= best.pairs();
            missed.keySet().removeIf(state -> (state & mask) == mask);
        }
        return List.copyOf(rules);
    }

    /** @param mask places of its parts, a bit each */
    private record Candidate(LinkSpec.Block block, int mask, double pairs, double kept) {}

    private void add(LinkSpec.Comparison comparison, int place) {
        double fill =
                sample.stream().filter(row -> row.get(place) != null).count() / (double) Math.max(1, sample.size());
        int whole = 1 << parts.size();
        List<KeyPart> own = KeyPart.of(comparison, place);
        parts.addAll(own);
        int start = own.size() > 1 ? whole << 1 : 0;
        double known = fill * fill;
        double harm = KeyPart.harm(comparison.kind());
        Map<Integer, Double> before = new HashMap<>(harms);
        harms.clear();
        before.forEach((state, probability) -> {
            harms.merge(state | whole | start, probability * known * (1 - harm), Double::sum);
            harms.merge(state | start, probability * known * harm / 2, Double::sum);
            harms.merge(state, probability * (1 - known + known * harm / 2), Double::sum);
        });
    }

    private static double gain(Candidate candidate, Map<Integer, Double> missed) {
        double gain = 0;
        for (Map.Entry<Integer, Double> state : missed.entrySet()) {
            gain += (state.getKey() & candidate.mask()) == candidate.mask() ? state.getValue() : 0;
        }
        return gain * candidate.kept();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            candidates.add(candidate(i, i));
            for (int j = i + 1; j < parts.size(); j++) {
                if (parts.get(i).place() != parts.get(j).place()) {
                    candidates.add(candidate(i, j));
                }
            }
        }
        return candidates;
    }

    private Candidate candidate(int i, int j) {
        KeyPart one = parts.get(i);
        KeyPart other = parts.get(j);
        Map<String, Integer> blocks = new HashMap<>();
        for (List<? extends @Nullable String> row : sample) {
            String key = one.key(row.get(one.place()));
            String more = other.key(row.get(other.place()));
            if (key != null && more != null) {
                blocks.merge(key + '\u0001' + more, 1, Integer::sum);
            }
        }
        double pairs = 0;
        double over = 0;
        for (int size : blocks.values()) {
            double here = size * (size - 1) / 2.0 * scale * scale;
            pairs += size * scale <= largest ? here : 0;
            over += size * scale <= largest ? 0 : here;
        }
        Set<String> keys = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (KeyPart part : List.of(one, other)) {
            if (keys.add(part.text())) {
                texts.add(part.text());
            }
        }
        double kept = pairs + over == 0 ? 1 : pairs / (pairs + over);
        return new Candidate(new LinkSpec.Block(List.copyOf(texts)), 1 << i | 1 << j, pairs, kept);
    }
}
