package io.siyu.pipelines.house;

import io.siyu.pipelines.house.Repository.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code rows.sql}, looked at as text. */
record Sql(Text file) {
    private static final Set<String> KEYWORDS = Set.of(
            "select",
            "from",
            "where",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "outer",
            "cross",
            "lateral",
            "view",
            "on",
            "using",
            "group",
            "order",
            "by",
            "having",
            "union",
            "all",
            "distinct",
            "with",
            "as",
            "case",
            "when",
            "then",
            "else",
            "end",
            "and",
            "or",
            "not",
            "null",
            "is",
            "in",
            "between",
            "like",
            "over",
            "partition",
            "cast",
            "limit");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern JOIN = Pattern.compile("\\bjoin\\b");
    private static final Pattern CTE = Pattern.compile("(?m)^\\s*[a-z_][a-z_0-9]*(\\s*\\([^()]*\\))?\\s+as\\s+\\(");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(current_date|current_timestamp|localtimestamp|now\\s*\\(|rand\\s*\\(|randn\\s*\\(|uuid\\s*\\(|shuffle\\s*\\()");
    private static final Pattern ALL_OF_A_TABLE =
            Pattern.compile("select\\s+(\\w+\\.)?\\*[^()]*?\\bfrom\\s+(ods|dwd|dim|dws|ads)\\.");

    /** Everything this file does that the style forbids, each as one sentence with its remedy. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        String table = tableName();
        if (!file.lines().get(0).startsWith("-- " + table + ": one row per ")) {
            faults.add(at(1) + "begins otherwise; say the grain: -- " + table + ": one row per ...");
        }
        String last = file.lines().get(file.lines().size() - 1);
        if (!last.matches("select \\* from [a-z_][a-z_0-9]*")) {
            faults.add(at(file.lines().size()) + "'" + last + "'; end with select * from <last cte>");
        }
        for (int i = 0; i < file.lines().size(); i++) {
            lineFaults(file.lines().get(i), i + 1, faults);
        }
        String code = code();
        count(CTE, code, 8, "CTEs; split the table", faults);
        count(JOIN, code, 7, "joins; build a table in between", faults);
        if (CLOCK.matcher(code).find()) {
            faults.add(file.name() + " asks the clock or chance; take :business_date, or order by content");
        }
        if (table.startsWith("ads.") && ALL_OF_A_TABLE.matcher(code).find()) {
            faults.add(file.name() + " selects * from a table; name the columns that people will read");
        }
        return faults;
    }

    private void lineFaults(String line, int number, List<String> faults) {
        String text = bare(line);
        int indent = line.length() - line.stripLeading().length();
        if (line.contains("\t") || (indent % 4 != 0 && !line.isBlank())) {
            faults.add(at(number) + "is indented by " + indent + "; use steps of 4 blanks");
        }
        if (line.length() > 130) {
            faults.add(at(number) + "has " + line.length() + " columns; 130 are allowed, break the line");
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            String lower = word.toLowerCase(Locale.ROOT);
            if (!word.equals(lower) && KEYWORDS.contains(lower)) {
                faults.add(at(number) + "says " + word + "; write keywords in lower case");
            }
        }
    }

    private void count(Pattern pattern, String code, int allowed, String remedy, List<String> faults) {
        long found = pattern.matcher(code).results().count();
        if (found > allowed) {
            faults.add(file.name() + " has " + found + " " + remedy.split(";", 2)[0] + ", " + allowed + " are allowed;"
                    + remedy.split(";", 2)[1]);
        }
    }

    /** {@code dwd.refund}, from the path. */
    private String tableName() {
        String[] parts = file.name().split("/", -1);
        return parts[parts.length - 3] + "." + parts[parts.length - 2];
    }

    private String at(int line) {
        return file.name() + ":" + line + " ";
    }

    private String code() {
        return String.join("\n", file.lines().stream().map(Sql::bare).toList());
    }

    /** Without string literals and comments. */
    private static String bare(String line) {
        return line.replaceAll("'[^']*'", "''").replaceAll("--.*", "");
    }
}
