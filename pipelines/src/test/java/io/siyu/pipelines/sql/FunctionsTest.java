package io.siyu.pipelines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    @Test
    void the_most_frequent_text_is_the_first_in_order_of_several_and_null_of_none() {
        assertThat(asked("most_frequent(array('b', 'a', 'b')), most_frequent(array('b', 'a', 'c')),"
                        + " most_frequent(array()), most_frequent(cast(null as array<string>))"))
                .isEqualTo("[b,a,null,null]");
    }

    @Test
    void cells_are_texts_in_the_order_of_columns_null_among_them() {
        assertThat(asked("cells(struct(2 as n, true as yes, 1.50D as d, date'2026-11-20' as day, null as none))"))
                .isEqualTo("[WrappedArray([n,2], [yes,true], [d,1.5], [day,2026-11-20], [none,null])]");
    }

    @Test
    void cells_apart_are_those_that_differ_and_a_row_that_is_not_there_has_nulls() {
        String before = "struct(1 as a, 'x' as b, cast(null as int) as c)";
        String after = "struct(1 as a, 'y' as b, 3 as c)";
        assertThat(asked("cells_apart(" + before + ", " + after + ")"))
                .isEqualTo("[WrappedArray([b,x,y], [c,null,3])]");
        assertThat(asked("cells_apart(null, " + after + ")"))
                .isEqualTo("[WrappedArray([a,null,1], [b,null,y], [c,null,3])]");
        assertThat(asked("cells_apart(" + before + ", if(1 > 2, " + before + ", null))"))
                .isEqualTo("[WrappedArray([a,1,null], [b,x,null])]");
    }

    @Test
    void an_identifier_is_cleaned_by_its_kinds_steps_and_what_is_no_one_or_nobodys_does_not_fit() {
        String steps = ", '０Ａ', '0a', '[^0-9a]', '^0+(?=.)')";
        assertThat(asked("id_clean('０0-1Ａ'" + steps + ", id_clean('0'" + steps + ", id_clean(null" + steps
                        + ", id_clean('1', null, null, null, null)"))
                .isEqualTo("[1a,0,null,null]");
        assertThat(asked("id_fits('12', '[0-9]{2}', '11'), id_fits('11', '[0-9]{2}', '11'),"
                        + " id_fits('123', '[0-9]{2}', '11'), id_fits(null, '1', '1'), id_fits('1', null, null)"))
                .isEqualTo("[true,false,false,null,null]");
    }

    private static String asked(String expressions) {
        return SqlText.parse(TestSpark.session(), "select " + expressions)
                .bind(TestSpark.session(), Map.of(), Map.of())
                .collectAsList()
                .get(0)
                .toString();
    }
}
