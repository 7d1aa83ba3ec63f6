package io.siyu.pipelines.sample;

import java.time.LocalDate;

/**
 * What a world is made from; equal worlds have equal files.
 *
 * @param persons how many people live in it
 * @param days drop folders, one a night
 * @param first business date of the first drop folder, which also holds the history
 * @param packed whether big files are gzip and the daily full lists weekly
 */
public record World(int persons, int days, long seed, LocalDate first, boolean packed) {
    /** Days of trade before the first drop folder. */
    public static final int HISTORY = 365;

    /** The last business date of every world that is not told otherwise. */
    public static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    /** How big a world is. */
    public enum Size {
        SMALL(10_000, 30),
        MEDIUM(100_000, 120),
        LARGE(1_000_000, 120);

        private final int persons;
        private final int days;

        Size(int persons, int days) {
            this.persons = persons;
            this.days = days;
        }

        public int days() {
            return days;
        }

        /** A world of this size that ends on {@link #LAST}. */
        public World world(int days, long seed) {
            return new World(persons, days, seed, LAST.minusDays(days - 1L), this == LARGE);
        }
    }

    /** The fewest cases of each identity class: 50 with ten thousand persons, 500 with a hundred thousand, some to spare. */
    public int fewestCases() {
        return persons * 55 / 10_000;
    }
}
