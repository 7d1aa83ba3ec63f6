package io.siyu.pipelines.attribution;

import java.util.List;

/**
 * Journeys by the set of channels they met.
 *
 * @param channels of all sets
 * @param sets distinct sets: numbers of channels, ascending
 * @param counts conversions, value and journeys of each set
 */
record ChannelSets(List<String> channels, List<int[]> sets, List<double[]> counts) {
    static final int CONVERSIONS = 0;
    static final int VALUE = 1;
    static final int JOURNEYS = 2;

    static ChannelSets of(Paths paths) {
        ChannelIndex index = new ChannelIndex(paths.channels());
        List<CountedPath> unique = paths.told(PathTransform.unique()).counted();
        return new ChannelSets(
                paths.channels(),
                unique.stream()
                        .map(path -> path.touches().stream().mapToInt(index::of).toArray())
                        .toList(),
                unique.stream()
                        .map(path ->
                                new double[] {path.conversions(), path.value().doubleValue(), path.journeys()})
                        .toList());
    }
}
