package io.siyu.warehouse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layers, left to right; a table reads only what stands left of it, and its own layer. */
public enum Layer {
    /** As landed: every business column STRING, append-only. */
    ODS("as landed"),
    /** Personal values in clear, by the token that stands for them elsewhere; no reader sees it. */
    VAULT("personal values in clear"),
    /** Typed, de-duplicated facts, money in fen, time in Asia/Shanghai. */
    DWD("typed facts"),
    /** Customers, identities, stores, staff, products, channels. */
    DIM("who and what"),
    /** One row per customer or subject per day or window. */
    DWS("per subject and day"),
    /** What BI and executives read. */
    ADS("what people read"),
    /** What the gates said; written by the engine, read by whoever asks why. */
    QUALITY("what the gates said");

    private final String gloss;

    Layer(String gloss) {
        this.gloss = gloss;
    }

    /** A few words for people. */
    public String gloss() {
        return gloss;
    }

    /** The name used in folders, tables and views: {@code dwd}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a table of this layer may read a table of {@code other}. Landed tables read files, not tables; the vault is for
     * the matching of customers alone.
     */
    public boolean mayRead(Layer other) {
        return this != ODS && (other != VAULT || this == VAULT || this == DIM) && other.ordinal() <= ordinal();
    }

    /** The layer with this id, if it is one. */
    public static Optional<Layer> of(String id) {
        return Arrays.stream(values()).filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** All ids, for messages: {@code ods, vault, dwd, dim, dws, ads}. */
    public static String ids() {
        return Arrays.stream(values()).map(Layer::id).collect(Collectors.joining(", "));
    }
}
