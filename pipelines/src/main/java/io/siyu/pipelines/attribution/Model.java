package io.siyu.pipelines.attribution;

/** A way to give channels credit for what came of the paths they lie on. */
public interface Model {
    /** The credits; the same for the same paths, whatever order they were counted in. */
    Credits of(Paths paths);
}
