package io.siyu.pipelines.identity.link;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two records: every similarity once, whatever is asked of it later.
 *
 * <p>A given name and a surname that stand in each other's column are set right first, when nothing agrees as they stand.
 */
final class Comparer implements Serializable {
    private static final double LIKE = 0.82;

    private final Kind[] kinds;
    private final Frequencies frequencies;
    private final int given;
    private final int surname;

    /** What comparing two records gave: a {@link Pattern}, and how frequent the values are in which they agree. */
    record Compared(long pattern, long rarity) {}

    Comparer(List<Kind> kinds, Frequencies frequencies) {
        this.kinds = kinds.toArray(Kind[]::new);
        this.frequencies = frequencies;
        this.given = kinds.indexOf(Kind.GIVEN);
        this.surname = kinds.indexOf(Kind.SURNAME);
    }

    /** A comparer of what a spec compares. */
    static Comparer of(LinkSpec spec, Frequencies frequencies) {
        return new Comparer(
                spec.compare().stream().map(LinkSpec.Comparison::kind).toList(), frequencies);
    }

    Compared compare(Person a, Person b) {
        boolean crossed = crossed(a.values(), b.values());
        long pattern = 0;
        long rarity = 0;
        for (int place = 0; place < kinds.length; place++) {
            String one = a.values()[place];
            String other = b.values()[crossed ? facing(place) : place];
            if (one != null && other != null) {
                Measure measure = kinds[place].measure();
                int level = measure.level(one, other);
                pattern = Pattern.with(pattern, place, level);
                if (level >= measure.alike()) {
                    rarity = frequencies.with(rarity, place, one, other);
                }
            }
        }
        return new Compared(pattern, rarity);
    }

    private int facing(int place) {
        return place == given ? surname : place == surname ? given : place;
    }

    /** Whether one name equals what stands in the other's column, and nothing agrees as the names stand. */
    private boolean crossed(@Nullable String[] a, @Nullable String[] b) {
        if (given < 0 || surname < 0) {
            return false;
        }
        return (same(a[given], b[surname]) || same(a[surname], b[given]))
                && !like(a[given], b[given])
                && !like(a[surname], b[surname]);
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a != null && a.equals(b);
    }

    private static boolean like(@Nullable String a, @Nullable String b) {
        return a != null && b != null && (a.equals(b) || Likeness.jaroWinkler(a, b) >= LIKE);
    }
}
