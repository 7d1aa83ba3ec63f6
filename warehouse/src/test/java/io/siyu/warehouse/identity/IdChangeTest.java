package io.siyu.warehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdChangeTest {
    private static final Path SHIPPED = Files.isDirectory(Path.of("tables")) ? Path.of("") : Path.of("warehouse");
    private static final IdModel MODEL = IdModel.read(new House(List.of(SHIPPED)));

    @Test
    void one_value_of_one_type_is_changed_and_all_else_is_as_it_was() {
        IdType before = type(MODEL, "phone");
        IdModel changed = MODEL.with("phone.values_per_oneid=1");
        assertThat(type(changed, "phone").valuesPerOneid()).isEqualTo(new Limit(1, 0));
        assertThat(type(changed, "phone"))
                .usingRecursiveComparison()
                .ignoringFields("valuesPerOneid")
                .isEqualTo(before);
        assertThat(changed.types()).filteredOn(t -> !t.id().equals("phone")).isSubsetOf(MODEL.types());
        assertThat(type(MODEL, "phone")).isSameAs(before);
    }

    @Test
    void a_limit_may_have_days_or_go_and_a_strength_and_a_silence_change_too() {
        assertThat(type(MODEL.with("phone.records_per_value=9/7"), "phone").recordsPerValue())
                .isEqualTo(new Limit(9, 7));
        assertThat(type(MODEL.with("phone.oneids_per_value=none"), "phone").oneidsPerValue())
                .isNull();
        assertThat(type(MODEL.with("phone.silent_days=none"), "phone").silentDays())
                .isZero();
        assertThat(type(MODEL.with("phone.strength=W"), "phone").strength()).isEqualTo(Strength.W);
        assertThat(type(MODEL.with("phone.priority=7"), "phone").priority()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone                       | it has no 'type.key=value'
            phonee.priority=3           | 'phonee' is no type; did you mean 'phone'?; expected one of address_hash
            phone.values_per_oneids=3   | 'values_per_oneids' cannot be changed; did you mean 'values_per_oneid'?
            phone.values_per_oneid=0    | 'values_per_oneid' is '0'; expected 1 to 1000000 or none
            phone.values_per_oneid=3/30 | 'values_per_oneid' is '3/30'; expected 1 to 1000000 or none
            phone.records_per_value=3/0 | 'records_per_value' is '3/0'; expected 1 to 1000000, with or without days
            phone.strength=X            | 'strength' is 'X'; expected one of S, M, W, N
            phone.priority=101          | 'priority' is '101'; expected 0 to 100
            """)
    void a_wrong_setting_is_told_with_what_may_stand_there(String setting, String message) {
        assertThatThrownBy(() -> MODEL.with(setting))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Invalid setting '" + setting + "': " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone | +86 139-1234-5678 | 13912345678
            phone | １３９１２３４５６７８ | 13912345678
            email | A@B.CN            | a@b.cn
            card_no | 0012 34         | 001234
            """)
    void a_value_that_a_person_types_is_cleaned_as_a_feeds_value_is(String type, String typed, String clean) {
        Shape shape = type(MODEL, type).shape();
        assertThat(shape.cleaned(typed)).isEqualTo(clean);
        assertThat(shape.fits(clean)).isTrue();
        assertThat(shape.isNobodys(clean)).isFalse();
        assertThat(type(MODEL, "phone").shape().isNobodys("13800138000")).isTrue();
    }

    private static IdType type(IdModel model, String id) {
        return model.type(id).orElseThrow();
    }
}
