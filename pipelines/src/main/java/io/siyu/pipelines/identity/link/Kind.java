package io.siyu.pipelines.identity.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds; it decides the normal form of its values and how two of them are compared. */
public enum Kind {
    GIVEN(new NameMeasure(), true),
    SURNAME(new NameMeasure(), true),
    NAME(new NameMeasure(), true),
    PLACE(new NameMeasure(), true),
    DATE(new DateMeasure(), false),
    PHONE(new PhoneMeasure(), false),
    EMAIL(new EmailMeasure(), false),
    /** Numbers and codes that few share: identity cards, memberships. */
    CODE(new CodeMeasure(), false),
    /** Numbers and codes that many share: post codes, house numbers. */
    NUMBER(new CodeMeasure(), true),
    ADDRESS(new TextMeasure(), true),
    TEXT(new TextMeasure(), true),
    EXACT(new ExactMeasure(), true);

    private final Measure measure;
    private final boolean frequency;

    Kind(Measure measure, boolean frequency) {
        this.measure = measure;
        this.frequency = frequency;
    }

    Measure measure() {
        return measure;
    }

    /** Whether many records share a value, so that to agree on a frequent one says less. */
    public boolean frequency() {
        return frequency;
    }

    /** As a spec writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them as a spec writes them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }

    /** A value in the form in which it is compared; null when it says nothing. */
    public @Nullable String normal(@Nullable String value) {
        return NormalForm.of(this, value);
    }
}
