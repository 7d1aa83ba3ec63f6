package io.siyu.quality;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a rule file, {@code error = [ rule, … ]} and {@code warn = [ rule, … ]}, into its rules. */
final class RuleFile {
    private static final Pattern HEAD = Pattern.compile("\\s*(\\w*)\\s*(=?)\\s*(\\[?)");
    private static final String SHAPE = "error = [ rule, … ] or warn = [ rule, … ]";

    /** A rule as written, and where. */
    record Entry(Rule.Severity severity, String text, Path file, int line) {
        InvalidDefinition invalid(String found, String allowed) {
            return problem(file, line, found, allowed);
        }
    }

    private final Path file;
    private final String text;
    private final List<Entry> entries = new ArrayList<>();

    private RuleFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The file's rules in the order written; a text of another shape is an {@link InvalidDefinition}. */
    static List<Entry> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw problem(file, 1, "the file cannot be read (" + e + ")", "a readable UTF-8 file");
        }
        RuleFile reader = new RuleFile(file, withoutComments(text));
        int at = 0;
        while (!reader.text.substring(at).isBlank()) {
            at = reader.block(at);
        }
        return List.copyOf(reader.entries);
    }

    private int block(int start) {
        Matcher head = HEAD.matcher(text).region(start, text.length());
        if (!head.lookingAt()
                || !List.of("error", "warn").contains(head.group(1))
                || head.group(2).isEmpty()
                || head.group(3).isEmpty()) {
            String found = text.substring(start).strip().lines().findFirst().orElse("");
            throw problem(file, line(firstInk(start)), "a block begins with '" + found + "'", SHAPE);
        }
        Rule.Severity severity = Rule.Severity.valueOf(head.group(1).toUpperCase(Locale.ROOT));
        int from = head.end();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (depth == 0 && (c == ',' || c == ']')) {
                add(severity, from, i);
                from = i + 1;
                if (c == ']') {
                    return from;
                }
            } else {
                quoted = c == '"';
                depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            }
        }
        throw problem(file, line(head.start(1)), "the block '" + severity.text() + "' is not closed", SHAPE);
    }

    private void add(Rule.Severity severity, int from, int to) {
        String rule = text.substring(from, to).strip();
        if (!rule.isEmpty()) {
            entries.add(new Entry(severity, rule, file, line(firstInk(from))));
        }
    }

    private int firstInk(int from) {
        int at = from;
        while (at < text.length() - 1 && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder();
        boolean quoted = false;
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= !comment && c == '"' && (i == 0 || text.charAt(i - 1) != '\\');
            comment = c != '\n' && (comment || (c == '#' && !quoted));
            if (!comment) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static InvalidDefinition problem(Path file, int line, String found, String allowed) {
        return Problems.invalid("rule", Words.path(file) + ":" + line, found, allowed);
    }
}
