package io.siyu.pipelines.attribution;

/** A way to give channels credit for what came of the paths they lie on. */
public interface Model {
    /** The credits; the same for the same paths, whatever order they were counted in. */
    Credits of(Paths paths);

    /**
     * How the model, having seen these paths, shares one conversion among the touches of its path; so credits can be traced to
     * conversions, and add up to each of them. A model that values channels over all paths at once shares a conversion by these
     * values among those that it met: other totals than {@link #of}, where a channel may earn from conversions it never saw.
     */
    TouchRule within(Paths paths);
}
