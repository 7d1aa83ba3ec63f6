package io.siyu.quality;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sentence that a table must satisfy.
 *
 * @param id stable text by which people and history know the rule: {@code required oneid}, or the DQDL text
 * @param kind where it was said
 * @param severity what a failure does
 * @param demand what is asked of the rows
 */
public record Rule(String id, Kind kind, Severity severity, Demand demand) {

    /** Where a rule was said: derived from {@code table.yml}, or written in {@code rules/<layer>/<table>.dqdl}. */
    public enum Kind {
        CONTRACT,
        DQDL;

        /** The name used in rule history. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a failure does: an error keeps tonight's table from readers, a warning is only told. */
    public enum Severity {
        ERROR,
        WARN;

        /** The name used in rule files and history. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked of the rows. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(EachRow.class),
        @JsonSubTypes.Type(Unique.class),
        @JsonSubTypes.Type(Found.class),
        @JsonSubTypes.Type(AtLeast.class),
        @JsonSubTypes.Type(Dqdl.class)
    })
    public sealed interface Demand {}

    /** {@code good} is a SQL boolean that is true, never null, for every good row. */
    public record EachRow(String good) implements Demand {}

    /** No two rows have the same values in these columns; null equals null. */
    public record Unique(List<String> columns) implements Demand {}

    /** The value of {@code column}, unless null, is a key of table {@code in}. */
    public record Found(String column, String in) implements Demand {
        /** The boolean column that says so, which {@link References} adds before rows are judged. */
        String mark() {
            return "_found_" + column;
        }
    }

    /** There are at least this many rows. */
    public record AtLeast(long rows) implements Demand {}

    /** A rule of Deequ's language; {@code goodRow} is true for a good row, absent when the rule speaks of the set. */
    public record Dqdl(String text, @Nullable String goodRow) implements Demand {}

    /** A SQL boolean that is true for a good row; empty for rules about the set of rows. */
    public Optional<String> predicate() {
        if (demand instanceof EachRow each) {
            return Optional.of(each.good());
        }
        if (demand instanceof Found found) {
            return Optional.of("`" + found.mark() + "`");
        }
        return demand instanceof Dqdl dqdl ? Optional.ofNullable(dqdl.goodRow()) : Optional.empty();
    }
}
