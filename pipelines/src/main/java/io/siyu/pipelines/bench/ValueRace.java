package io.siyu.pipelines.bench;

import java.io.PrintStream;

/** Our run and that of a peer on the same file. */
record ValueRace(ValueRun own, ValuePeer.Measured theirs) {
    /** How many times as long the peer shall take. */
    private static final double GOAL = 20;

    private static final String LINE = "  %-42s %,12d %10.1f %9s  %s%n";

    /** Prints the peer's parts, and of each of its models the ratio end to end. */
    void tell(PrintStream out) {
        for (ValuePeer.Part part : theirs.parts()) {
            out.printf(LINE, theirs.name() + ": " + part.name(), part.rows(), part.seconds(), "", part.note());
        }
        double left = theirs.stoppedAfter().toSeconds() - theirs.shared();
        for (ValuePeer.Model model : theirs.models()) {
            if (Double.isNaN(model.fit())) {
                out.printf("  %s: %s found no fit.%n", theirs.name(), model.name());
                continue;
            }
            left -= model.fit() + model.score();
            out.printf(LINE, theirs.name() + ": fit " + model.name(), own.customers(), model.fit(), "", "");
            out.printf(LINE, theirs.name() + ": score, write", own.customers(), model.score(), "", "");
            double all = theirs.shared() + model.fit() + model.score();
            out.printf(
                    "  End to end, reading and writing too: ours %.1f s, %s of the peer %.1f s: %.1f times as long (goal %.0f)."
                            + " Purchase days expected of all within 365 days: %,.0f and %,.0f.%n",
                    own.all(), model.name(), all, all / own.all(), GOAL, own.days(), model.days());
        }
        if (!theirs.stoppedAfter().isZero()) {
            double least = theirs.shared() + Math.max(0, left);
            out.printf(
                    "  The peer was stopped after %d minutes. What it was at takes more than %.0f s end to end, ours %.1f s: more"
                            + " than %.1f times as long (goal %.0f).%n",
                    theirs.stoppedAfter().toMinutes(), least, own.all(), least / own.all(), GOAL);
        }
        out.printf("  The peer's process held up to %,d MB.%n", theirs.peakMegabytes());
    }
}
