package io.siyu.warehouse;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a condition can say of one cell. No value at all is {@link Empty} and nothing else: every other test is false of
 * it, so that "not a number" speaks of what stands there, not of what is missing.
 */
public sealed interface CellTest extends Serializable {

    /** Whether it is true of a cleaned value; null is no value. */
    boolean holds(@Nullable String value);

    /** No value, or blanks only. */
    record Empty() implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value == null || value.isBlank();
        }
    }

    /** Text of one of the closed {@link Shape}s, or (negated) of none of that shape. */
    record Shaped(Shape shape, boolean negated) implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null && shape.fits(value) != negated;
        }
    }

    /** A number below zero. */
    record Negative() implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null && Shape.NUMBER.fits(value) && new BigDecimal(value).signum() < 0;
        }
    }

    /** One of the texts, or (negated) none of them. */
    record OneOf(Set<String> texts, boolean negated) implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null && texts.contains(value) != negated;
        }
    }

    /** The whole text does not match. */
    record NotMatching(Pattern pattern) implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null && !pattern.matcher(value).matches();
        }
    }

    /** More than {@code characters} characters (Unicode code points). */
    record LongerThan(int characters) implements CellTest {
        @Override
        public boolean holds(@Nullable String value) {
            return value != null && value.codePointCount(0, value.length()) > characters;
        }
    }

    /** Shapes of text. */
    enum Shape {
        /** {@code 4.41700E+18}: what is left of an id that went through a spreadsheet. */
        SCIENTIFIC("[+-]?[0-9]+(\\.[0-9]*)?[eE][+-]?[0-9]{1,4}"),
        /** Digits with an optional sign, fraction and exponent. */
        NUMBER("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?"),
        /** A number without a fraction; {@code 2.00} is one. */
        WHOLE("[+-]?[0-9]+(\\.0+)?"),
        /** {@code yyyy-MM-dd}, {@code yyyy/M/d} or {@code yyyyMMdd}, and a day that exists. */
        DATE("") {
            @Override
            boolean fits(String value) {
                return Times.isDate(value);
            }
        },
        /** A date with {@code H:mm[:ss[.ffffff]]} behind a blank or T, or seconds (10 digits) or milliseconds (13) since 1970. */
        TIME("") {
            @Override
            boolean fits(String value) {
                return Times.isTime(value);
            }
        },
        /** A mainland mobile number; +86, blanks, dashes and full-width digits are allowed. */
        PHONE("(\\+?86)?1[3-9][0-9]{9}") {
            @Override
            boolean fits(String value) {
                String narrow = Normalizer.normalize(value, Normalizer.Form.NFKC);
                return super.fits(narrow.replaceAll("[\\s-]", ""));
            }
        };

        private final Pattern pattern;

        Shape(String regex) {
            this.pattern = Pattern.compile(regex);
        }

        boolean fits(String value) {
            return pattern.matcher(value).matches();
        }
    }
}
