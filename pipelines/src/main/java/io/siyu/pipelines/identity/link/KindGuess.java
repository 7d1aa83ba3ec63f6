package io.siyu.pipelines.identity.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, by its name and by what its values look like; or why it is left out.
 *
 * @param kind null when the column is left out
 * @param reason why the kind, or why left out
 */
record KindGuess(@Nullable Kind kind, String reason) {
    private static final double MOST = 0.7;

    /** Below it both records of a pair have a value in less than a tenth of the pairs. */
    private static final double LEAST_FILL = 0.32;

    private static final int FEW = 20;

    private static final List<String> ANSWER = List.of(
            "cluster", "truth", "true", "entity", "gold", "golden", "label", "match", "duplicate", "dup", "group");
    private static final List<String> ISSUED = List.of(
            "soc",
            "sec",
            "ssn",
            "social",
            "national",
            "passport",
            "licence",
            "license",
            "tax",
            "medicare",
            "nhs",
            "identity",
            "card",
            "member",
            "身份证",
            "证件",
            "会员",
            "卡号");
    private static final List<String> ORIGIN = List.of(
            "source",
            "file",
            "system",
            "dataset",
            "created",
            "updated",
            "modified",
            "timestamp",
            "note",
            "notes",
            "comment",
            "description",
            "valid",
            "来源",
            "备注",
            "时间");

    static KindGuess of(ColumnProfile column) {
        Set<String> words = words(column.name());
        if (column.distinct() < 2 || column.fill() < LEAST_FILL) {
            return out(String.format(
                    Locale.ROOT, "filled in %.0f %% of rows, %d values", 100 * column.fill(), column.distinct()));
        }
        if (any(words, ANSWER)) {
            return out("by its name it may hold the answer");
        }
        boolean key = any(words, List.of("id", "ids", "key", "uuid", "编号")) && !any(words, ISSUED);
        Kind named = named(column, words);
        if (column.unique() && (key || (named == null && column.code() > MOST))) {
            return out("every row has its own");
        }
        if (key) {
            return out("by its name it is some system's key: it may hold the answer. Name it in a spec to use it");
        }
        if (any(words, ORIGIN)) {
            return out("by its name it says where a row is from, not who it is about");
        }
        Kind kind = named == null ? shape(column) : named;
        boolean few = column.distinct() < FEW
                && !Set.of(Kind.GIVEN, Kind.SURNAME, Kind.NAME, Kind.DATE).contains(kind);
        return few ? out("only " + column.distinct() + " values") : new KindGuess(kind, "");
    }

    private static @Nullable Kind named(ColumnProfile column, Set<String> words) {
        if (column.email() > MOST) {
            return Kind.EMAIL;
        }
        if (column.date() > MOST) {
            return Kind.DATE;
        }
        if (any(words, ISSUED)) {
            return Kind.CODE;
        }
        if (any(words, List.of("phone", "tel", "telephone", "mobile", "cell", "fax", "手机", "电话"))) {
            return Kind.PHONE;
        }
        if (any(words, List.of("post", "postal", "postcode", "zip", "邮编"))) {
            return Kind.NUMBER;
        }
        if (any(words, List.of("number", "门牌")) && column.code() > MOST) {
            return column.distinct() > FEW * FEW && column.phone() > MOST ? Kind.CODE : Kind.NUMBER;
        }
        if (any(words, List.of("address", "addr", "street", "地址"))) {
            return Kind.ADDRESS;
        }
        if (any(words, List.of("given", "first", "forename", "fname", "firstname", "givenname", "名字"))) {
            return Kind.GIVEN;
        }
        if (any(words, List.of("surname", "last", "family", "lname", "lastname", "姓氏"))) {
            return Kind.SURNAME;
        }
        if (any(words, List.of("city", "town", "suburb", "county", "place", "neighborhood", "省", "市", "区"))) {
            return Kind.PLACE;
        }
        return null;
    }

    /** What the values look like, when the name says nothing. */
    private static Kind shape(ColumnProfile column) {
        boolean numbers = column.code() > MOST;
        if (numbers && column.phone() > MOST && column.distinct() > FEW * FEW) {
            return Kind.CODE;
        }
        return numbers ? Kind.NUMBER : column.words() > 2.5 ? Kind.TEXT : Kind.NAME;
    }

    private static KindGuess out(String reason) {
        return new KindGuess(null, reason);
    }

    private static Set<String> words(String name) {
        String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Arrays.stream(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .collect(Collectors.toSet());
    }

    /** Latin words are compared whole, Chinese ones within the name, which has no blanks. */
    private static boolean any(Set<String> words, List<String> wanted) {
        return wanted.stream()
                .anyMatch(word -> word.charAt(0) < '\u0250'
                        ? words.contains(word)
                        : words.stream().anyMatch(own -> own.contains(word)));
    }
}
