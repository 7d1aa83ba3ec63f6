package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class BlockRowsTest {
    private static Row person(int rule, String key, int number) {
        return RowFactory.create(rule, key, new byte[] {(byte) number});
    }

    private static List<Row> blocks(int largest, Row... sorted) {
        List<Row> blocks = new ArrayList<>();
        new BlockRows(largest).call(List.of(sorted).iterator()).forEachRemaining(blocks::add);
        return blocks;
    }

    @Test
    void people_of_one_rule_and_key_are_a_block_and_who_is_alone_is_none() {
        List<Row> blocks = blocks(
                9, person(0, "a", 1), person(0, "b", 1), person(0, "b", 2), person(1, "b", 3), person(1, "b", 4));
        assertThat(blocks)
                .extracting(row -> row.getInt(0) + row.getString(1) + row.getLong(2))
                .containsExactly("0b2", "1b2");
        assertThat((byte[][]) blocks.get(1).get(3)).isDeepEqualTo(new byte[][] {{3}, {4}});
    }

    @Test
    void a_block_that_is_too_large_is_counted_and_has_no_people() {
        List<Row> blocks = blocks(2, person(0, "a", 1), person(0, "a", 2), person(0, "a", 3), person(0, "a", 4));
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).getLong(2)).isEqualTo(4);
        assertThat(blocks.get(0).isNullAt(3)).isTrue();
    }

    @Test
    void a_partition_tells_its_three_worst_blocks_and_all_that_are_too_large() {
        List<Row> sizes = new ArrayList<>();
        for (int n = 2; n <= 5000; n++) {
            sizes.add(RowFactory.create(0, "key " + n, (long) n));
        }
        sizes.add(RowFactory.create(1, "other", 3L));
        List<Row> told = new ArrayList<>();
        new BlockTally(4998).call(sizes.iterator()).forEachRemaining(told::add);
        assertThat(told)
                .extracting(Row::toString)
                .startsWith("[0,20808342499,4999,null,null]", "[0,0,0,key 5000,5000]", "[0,0,0,key 4999,4999]")
                .endsWith("[1,3,1,null,null]", "[1,0,0,other,3]")
                .hasSize(6);
        told.clear();
        new BlockTally(4000).call(sizes.iterator()).forEachRemaining(told::add);
        assertThat(told).hasSize(1 + 1000 + 2);
    }
}
