package io.siyu.pipelines.sample;

import java.time.LocalDate;

/**
 * What a world is made from; equal worlds have equal files.
 *
 * @param persons how many people live in it
 * @param days drop folders, one a night
 * @param history days of trade before the first drop folder
 * @param first business date of the first drop folder, which also holds the history
 * @param packed whether big files are gzip and the daily full lists weekly
 */
public record World(int persons, int days, int history, long seed, LocalDate first, boolean packed) {
    /** Days that accounts and relations reach back before the first drop folder, and trade unless it is told otherwise. */
    public static final int HISTORY = 365;

    /** The last business date of every world that is not told otherwise. */
    public static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    /** A world with a whole year of trade before its first drop folder. */
    public World(int persons, int days, long seed, LocalDate first, boolean packed) {
        this(persons, days, HISTORY, seed, first, packed);
    }

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

        public int persons() {
            return persons;
        }

        public int days() {
            return days;
        }

        /** A world of this size that ends on {@link #LAST}. */
        public World world(int days, long seed) {
            return world(persons, days, HISTORY, seed);
        }

        /** A world written as those of this size are, with other persons and another history. */
        public World world(int others, int days, int history, long seed) {
            return new World(others, days, history, seed, LAST.minusDays(days - 1L), this == LARGE);
        }
    }

    /** The fewest cases of each identity class: 50 with ten thousand persons, 500 with a hundred thousand, some to spare. */
    public int fewestCases() {
        return persons * 55 / 10_000;
    }
}
