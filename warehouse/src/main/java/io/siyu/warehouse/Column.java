package io.siyu.warehouse;

import java.util.List;
import java.util.Optional;

/**
 * One column of a contract.
 *
 * @param type Spark SQL type in lower case: {@code bigint}, {@code decimal(18,2)}, {@code string} …
 * @param required whether null is forbidden
 * @param references table whose single-column grain this value must be found in, e.g. {@code dim.store}
 * @param values closed list of allowed values; empty when open
 * @param min smallest allowed number, inclusive
 * @param max largest allowed number, inclusive
 * @param unit {@code fen}, {@code s}, {@code days} …; the column name carries it too
 * @param equals SQL expression over this row that the value must equal
 * @param classification {@code public}, {@code internal}, {@code pseudonym} (a token, or the key by which a platform or the
 *     retailer knows a person) or {@code personal} (a phone, a name, a birthday: what anybody understands)
 * @param description one sentence for analysts; it becomes the column comment
 * @param identifies what identifiers of the row's own person it may hold, each {@code kind|namespace}, or {@code node} for one
 *     written whole; a namespace may be another column, {@code {appid}}, of which an empty one is {@code {appid:default}}, or
 *     {@code *} when the row does not say it
 * @param mentions the same of other persons than the row's own
 */
public record Column(
        String name,
        String type,
        boolean required,
        Optional<String> references,
        List<String> values,
        Optional<Long> min,
        Optional<Long> max,
        Optional<String> unit,
        Optional<String> equals,
        String classification,
        String description,
        List<String> identifies,
        List<String> mentions) {

    /** A column that holds no identifier by which a row is known as somebody's. */
    public Column(
            String name,
            String type,
            boolean required,
            Optional<String> references,
            List<String> values,
            Optional<Long> min,
            Optional<Long> max,
            Optional<String> unit,
            Optional<String> equals,
            String classification,
            String description) {
        this(
                name,
                type,
                required,
                references,
                values,
                min,
                max,
                unit,
                equals,
                classification,
                description,
                List.of(),
                List.of());
    }

    /** Whether anybody who reads the value learns something about a person: it stands in ods and vault only. */
    public boolean isPersonal() {
        return classification.equals("personal");
    }

    /** Whether the value stands for one person, in clear or not: masked in rejected rows, left out of file statistics. */
    public boolean isOfPerson() {
        return isPersonal() || classification.equals("pseudonym") || !identifies.isEmpty() || !mentions.isEmpty();
    }

    /** Whether the type is a whole number. */
    public boolean isInteger() {
        return List.of("tinyint", "smallint", "int", "bigint").contains(type);
    }
}
