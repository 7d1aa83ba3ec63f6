package io.siyu.warehouse;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one landed table look: the content of {@code feed.yml}. Serializable, so that it travels to tasks.
 *
 * @param table the landed table, {@code ods.tmall_order}
 * @param files globs relative to a drop folder; each also matches the same name with {@code .gz} behind it
 * @param encodings character sets a text file may be in; the manifest records which one it was
 * @param delimiter what stands between cells of csv and tsv
 * @param comment csv, tsv: lines that begin so say nothing; empty when there are none
 * @param footer first name of a second header, below which stand totals by column; empty when there is none
 * @param aliases column to the header names it may have, preferred first; the column's own name is always one; a name
 *     between slashes is a regular expression
 * @param drop header names (or top-level keys of jsonl) that are known and not landed
 * @param optional columns a file may lack
 * @param fields jsonl: column to its dotted path, {@code order.tid}; every column has one
 * @param sheet xlsx: the sheet's name; empty takes the first
 * @param clean repairs applied to every cell, in the order of {@link Clean}
 * @param nullTokens cleaned texts that mean "no value"
 * @param reject first condition that holds sends the row to quarantine
 * @param skip rows that are no data: counted, neither landed nor quarantined
 * @param totals columns that a total row at the end (合计, 总计) must add up to; a difference is told in the manifest
 * @param resends how far back exports overlap, for people; empty when not said
 * @param snapshot how its files are lists of all there is; null when they are what happened
 * @param jdbc the table it is read from; its extracts are the files. Null when somebody else puts them there
 */
public record Feed(
        String table,
        List<String> files,
        Format format,
        List<String> encodings,
        char delimiter,
        String comment,
        String footer,
        Map<String, List<String>> aliases,
        Set<String> drop,
        Set<String> optional,
        Map<String, String> fields,
        String sheet,
        List<Clean> clean,
        Set<String> nullTokens,
        List<Reject> reject,
        List<Condition> skip,
        List<String> totals,
        String resends,
        Expect expect,
        @Nullable Snapshot snapshot,
        @Nullable Jdbc jdbc)
        implements Serializable {

    /** What an alias between slashes means; nothing for a plain name. */
    public static Optional<Pattern> pattern(String alias) {
        return alias.length() > 2 && alias.startsWith("/") && alias.endsWith("/")
                ? Optional.of(Pattern.compile(alias.substring(1, alias.length() - 1)))
                : Optional.empty();
    }

    /** The four file formats. */
    public enum Format {
        CSV,
        TSV,
        JSONL,
        XLSX
    }

    /** Rows for which {@code when} holds are bad, and {@code reason} (snake_case) says why. */
    public record Reject(Condition when, String reason) implements Serializable {}

    /**
     * Whether a night needs this feed.
     *
     * @param required whether a business date without a file is not ready
     * @param by local time by which the day's file should be there; null when not required
     */
    public record Expect(boolean required, @Nullable LocalTime by) implements Serializable {
        private static final Pattern DAILY = Pattern.compile("daily by ([0-9]{2}):([0-9]{2})");

        static Expect read(@Nullable Doc at) {
            if (at == null || at.text().equals("optional")) {
                return new Expect(false, null);
            }
            Matcher daily = DAILY.matcher(at.text());
            if (!daily.matches()) {
                throw at.invalid("'expect' is '" + at.text() + "'", "'daily by 02:00' or 'optional'");
            }
            try {
                return new Expect(
                        true, LocalTime.of(Integer.parseInt(daily.group(1)), Integer.parseInt(daily.group(2))));
            } catch (DateTimeException e) {
                throw at.invalid("'expect' is '" + at.text() + "'", "a time from 00:00 to 23:59");
            }
        }
    }
}
