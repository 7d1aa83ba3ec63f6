package io.siyu.warehouse.identity;

import io.siyu.warehouse.Doc;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How the values of a kind of identifier are cleaned, and what a clean one looks like. The steps are told as texts, so that
 * SQL cleans without knowing which shapes there are: exchange letters, drop what {@code drop()} finds, then what
 * {@code lead()} finds in front.
 *
 * @param name the name that types say
 * @param clean steps among {@link #STEPS}; their order does not matter
 * @param pattern Java regular expression that the whole clean value matches
 * @param refuse Java regular expression of clean values that are nobody's: test numbers, placeholders
 */
public record Shape(String name, Set<String> clean, String pattern, String refuse) implements Serializable {
    /**
     * {@code half_width}: full-width digits and letters become ASCII. {@code lower}: A to Z become small. {@code no_space}:
     * blanks of any kind go. {@code digits}: all but digits and the stars of a mask goes. {@code no_86}: the country code
     * before a mobile number goes. {@code no_zero}: zeros in front go.
     */
    public static final List<String> STEPS = List.of("half_width", "lower", "no_space", "digits", "no_86", "no_zero");

    private static final String NOTHING = "(?!)";
    private static final Set<String> KEYS = Set.of("clean", "pattern", "refuse");
    private static final String WIDE = run('０', 10) + run('Ａ', 26) + run('ａ', 26);
    private static final String ASCII = run('0', 10) + run('A', 26) + run('a', 26);

    static Shape read(String name, Doc doc) {
        Map<String, Doc> keys = doc.map(KEYS);
        Set<String> clean = new TreeSet<>();
        if (keys.containsKey("clean")) {
            keys.get("clean").items().forEach(item -> clean.add(item.oneOf(STEPS)));
        }
        Doc refuse = keys.get("refuse");
        return new Shape(name, clean, regex(Doc.need(keys, "pattern", doc)), refuse == null ? NOTHING : regex(refuse));
    }

    private static String regex(Doc at) {
        try {
            return Pattern.compile(at.text()).pattern();
        } catch (PatternSyntaxException e) {
            throw at.invalid(
                    "'" + at.text() + "' is a broken regular expression (" + e.getDescription() + ")",
                    "a Java regular expression");
        }
    }

    /** Letters to exchange, each for the one at its place in {@link #swapTo}. */
    String swapFrom() {
        return (clean.contains("half_width") ? WIDE : "") + (clean.contains("lower") ? run('A', 26) : "");
    }

    /** Of a shape of small letters, wide ones become small at once. */
    String swapTo() {
        boolean lower = clean.contains("lower");
        String half = lower ? run('0', 10) + run('a', 26) + run('a', 26) : ASCII;
        return (clean.contains("half_width") ? half : "") + (lower ? run('a', 26) : "");
    }

    /** Regular expression of what goes wherever it stands. */
    String drop() {
        if (clean.contains("digits")) {
            return "[^0-9*]";
        }
        return clean.contains("no_space") ? "[\\s\\u00a0\\u3000\\ufeff]" : NOTHING;
    }

    /** Regular expression of what goes in front. */
    String lead() {
        if (clean.contains("no_86")) {
            return "^0{0,2}86(?=1[0-9*]{10}$)";
        }
        return clean.contains("no_zero") ? "^0+(?=.)" : NOTHING;
    }

    /** A value as it stands in edges: cleaned by the same steps as SQL does it. */
    public String cleaned(String value) {
        return new Cleaning(swapFrom(), swapTo(), drop(), lead()).of(value);
    }

    /** Whether a clean value looks like one of its kind, be it somebody's or nobody's. */
    public boolean fits(String clean) {
        return clean.matches(pattern);
    }

    /** Whether a clean value is refused as nobody's, such as a test number. */
    public boolean isNobodys(String clean) {
        return clean.matches(refuse);
    }

    private static String run(char first, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) (first + i));
        }
        return letters.toString();
    }
}
