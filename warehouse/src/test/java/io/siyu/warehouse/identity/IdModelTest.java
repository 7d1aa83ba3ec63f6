package io.siyu.warehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.identity.IdType.OverLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdModelTest {
    private static final String MODEL = """
            shapes:
              any: {pattern: '.+'}
            types:
              phone: {description: A phone., shape: any, strength: M, oneids_per_value: 5, over_limit: demote}
            """;
    private static final Path SHIPPED = Files.isDirectory(Path.of("tables")) ? Path.of("") : Path.of("warehouse");

    @TempDir
    Path shipped;

    @TempDir
    Path own;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            strength: X                            | :5: 'strength' is 'X'; expected one of S, M, W, N.
            shape: an                              | :5: shape 'an' is not there; did you mean 'any'?; expected one of any.
            strength: S, priority: 101             | :5: 'priority' is 101; expected 0 to 100.
            strength: S, values_per_oneid: 0       | :5: a number of 0; expected 1 to 1000000.
            strength: S, values_per_oneid: {days: 3} | :5: key 'most' is missing; expected 'most: ...'.
            strength: S, values_per_oneid: 2       | :5: type 'card' has a limit and no 'over_limit'; expected 'over_limit', one of reject_edge, demote, quarantine.
            strength: S, over_limit: drop          | :5: 'over_limit' is 'drop'; expected one of reject_edge, demote, quarantine.
            strength: S, namespace: mine           | :5: 'namespace' is 'mine'; expected one of own, shared.
            strength: S, parent: phon              | :5: parent 'phon' of 'card' is no type; did you mean 'phone'?; expected a type that is not below it.
            strength: S, parent: card              | :5: parent 'card' of 'card' comes round in a circle; expected a type that is not below it.
            strength: S, silent_days: soon         | :5: 'silent_days' is 'soon'; expected a whole number.
            strenght: S                            | :5: unknown key 'strenght'; expected one of description, label, shape, namespace
            """)
    void a_wrong_type_is_refused_with_file_and_line_and_what_is_allowed(String keys, String message)
            throws IOException {
        String shape = keys.startsWith("shape") ? "strength: S" : "shape: any";
        assertInvalid(
                MODEL + "  card: {description: A card., " + shape + ", " + keys + "}\n",
                "identity.yml" + message.trim());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {clean: [digit], pattern: '.+'}  | :2: an item of 'clean' is 'digit'; expected one of half_width, lower, no_space
            {clean: digits}                  | :2: key 'pattern' is missing; expected 'pattern: ...'.
            {pattern: '[a'}                  | :2: '[a' is a broken regular expression (Unclosed character class); expected a Java
            """)
    void a_wrong_shape_is_refused_with_file_and_line(String shape, String message) throws IOException {
        assertInvalid("shapes:\n  any: " + shape + "\n", "identity.yml" + message.trim());
    }

    @Test
    void a_retailers_entries_replace_the_shipped_ones_and_add_to_them() throws IOException {
        Files.writeString(shipped.resolve(IdModel.FILE), MODEL);
        Files.writeString(own.resolve(IdModel.FILE), """
                types:
                  phone: {description: Ours., shape: any, strength: W}
                  badge: {description: New., shape: any, strength: S, values_per_oneid: {most: 2, days: 365}, over_limit: quarantine}
                """);
        IdModel model = IdModel.read(new House(List.of(shipped, own)));
        assertThat(model.types()).extracting(IdType::id).containsExactly("badge", "phone");
        IdType badge = model.types().iterator().next();
        assertThat(badge.valuesPerOneid()).isEqualTo(new Limit(2, 365));
        assertThat(badge.overLimit()).isEqualTo(OverLimit.QUARANTINE);
        assertThat(model.types()).last().extracting(IdType::strength).isEqualTo(Strength.W);
    }

    @Test
    void a_house_without_the_file_has_no_types() {
        assertThat(IdModel.read(new House(List.of(shipped))).types()).isEmpty();
    }

    @Test
    void the_shipped_model_lets_no_mask_virtual_number_or_member_of_staff_merge_anybody() {
        assertThat(IdModel.read(new House(List.of(SHIPPED))).types())
                .filteredOn(
                        t -> List.of("phone_masked", "phone_virtual", "wecom_userid", "tb_nick", "tb_oaid", "device_id")
                                .contains(t.id()))
                .hasSize(6)
                .allMatch(t -> t.strength().compareTo(Strength.M) > 0);
    }

    @Test
    void the_shipped_model_allows_one_member_number_and_one_unionid_of_a_namespace() {
        assertThat(IdModel.read(new House(List.of(SHIPPED))).types())
                .filteredOn(t -> List.of("member_id", "unionid").contains(t.id()))
                .allMatch(t -> Objects.equals(t.valuesPerOneid(), new Limit(1, 0)))
                .hasSize(2);
    }

    private void assertInvalid(String text, String message) throws IOException {
        Files.writeString(shipped.resolve(IdModel.FILE), text);
        assertThatThrownBy(() -> IdModel.read(new House(List.of(shipped))))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Invalid identity model ")
                .hasMessageContaining(message);
    }
}
