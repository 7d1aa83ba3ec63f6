package io.siyu.pipelines.identity;

import io.siyu.pipelines.privacy.Tokens;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;

/** Writes what a person typed of an identifier as the tables have it: clean, and a personal value as its token. */
public record NodeTokens(IdModel model, Tokens tokens) {

    /** A clean value as it stands in a node; a token stays what it is. */
    public String value(IdType type, String clean) {
        return type.isPersonal() ? tokens.of(type.id(), clean) : clean;
    }

    /** {@code type|namespace|value} as a node; any other text as it is. */
    public String node(String text) {
        String[] parts = text.split("\\|", 3);
        IdType type = parts.length < 3 ? null : model.type(parts[0]).orElse(null);
        if (type == null || !type.isPersonal() || Tokens.isToken(parts[2])) {
            return text;
        }
        return String.join("|", parts[0], parts[1], value(type, type.shape().cleaned(parts[2])));
    }
}
