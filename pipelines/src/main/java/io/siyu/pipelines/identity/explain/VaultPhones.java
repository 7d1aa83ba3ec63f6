package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Phones that tokens stand for, asked of {@code vault.phone} one by one: only what a command shows is looked up. */
public final class VaultPhones implements Function<String, Optional<String>> {
    private final Published published;
    private final Map<String, Optional<String>> asked = new ConcurrentHashMap<>();

    public VaultPhones(Published published) {
        this.published = published;
    }

    @Override
    public Optional<String> apply(String token) {
        return asked.computeIfAbsent(token, this::find);
    }

    private Optional<String> find(String token) {
        return published.rows("vault.phone").where(col("token").equalTo(token)).select("phone").collectAsList().stream()
                .map(row -> row.getString(0))
                .findFirst();
    }
}
