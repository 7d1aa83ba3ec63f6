package io.siyu.pipelines.attribution;

/** {@link Markov} of the order that {@link ChainOrder} finds best for the paths at hand: it looks back as far as they bear. */
public final class BestMarkov implements Model {
    private final int most;

    /** @param most the greatest order tried, at least 1 */
    public BestMarkov(int most) {
        this.most = most;
    }

    @Override
    public Credits of(Paths paths) {
        return best(paths).of(paths);
    }

    @Override
    public TouchRule within(Paths paths) {
        return best(paths).within(paths);
    }

    private Markov best(Paths paths) {
        return new Markov(ChainOrder.best(ChainOrder.upTo(paths, most)).order());
    }
}
