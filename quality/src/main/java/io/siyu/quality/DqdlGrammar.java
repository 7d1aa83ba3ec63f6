package io.siyu.quality;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.parser.DQDLParser;

/**
 * Parses rules with DQDL's own parser. Its generated classes tell standard error, once each, that they were made by ANTLR
 * 4.7 and run on Spark's 4.9.3, which reads them; that word is kept from people.
 */
final class DqdlGrammar {
    static {
        PrintStream error = System.err;
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            System.setErr(nowhere);
            rules("Rules = [ RowCount > 0 ]");
        } catch (InvalidDataQualityRulesetException e) {
            throw new IllegalStateException("the simplest rule is DQDL", e);
        } finally {
            System.setErr(error);
        }
    }

    private DqdlGrammar() {}

    /** The rules of a text {@code Rules = [ … ]}. */
    static List<DQRule> rules(String text) throws InvalidDataQualityRulesetException {
        return new DQDLParser().parse(text).getRules();
    }
}
