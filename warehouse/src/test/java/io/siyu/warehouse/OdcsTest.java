package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OdcsTest {
    private static final JsonSchema STANDARD = JsonSchemaFactory.getInstance(VersionFlag.V201909)
            .getSchema(OdcsTest.class.getResourceAsStream("/odcs/odcs-3.1.0.schema.json"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> every_shipped_contract_is_valid_in_the_standard() {
        return Shipped.catalog().tables().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.name(),
                        () -> assertThat(STANDARD.validate(read(table))).isEmpty()));
    }

    @Test
    void the_standard_refuses_a_document_that_is_none() {
        assertThat(STANDARD.validate(JSON.valueToTree(Map.of("kind", "DataContract", "status", "active"))))
                .isNotEmpty();
    }

    @Test
    void the_id_follows_from_the_name_and_the_version_from_all_else() {
        JsonNode before = read(table("Orders.", true));
        JsonNode after = read(table("Paid orders.", true));
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("version")).isNotEqualTo(before.get("version"));
        assertThat(read(table("Orders.", true))).isEqualTo(before);
    }

    @Test
    void keys_partition_and_types_are_those_of_the_contract() {
        JsonNode columns = read(table("Orders.", true)).at("/schema/0/properties");
        assertThat(columns.at("/0/primaryKeyPosition").intValue()).isEqualTo(1);
        assertThat(columns.at("/0/partitioned").booleanValue()).isTrue();
        assertThat(columns.at("/1/primaryKeyPosition").intValue()).isEqualTo(2);
        assertThat(columns.at("/2/primaryKey").isMissingNode()).isTrue();
        assertThat(columns.at("/2/logicalType").textValue()).isEqualTo("integer");
        assertThat(columns.at("/2/physicalType").textValue()).isEqualTo("bigint");
        assertThat(columns.at("/2/logicalTypeOptions/minimum").longValue()).isZero();
        assertThat(columns.at("/2/required").booleanValue()).isTrue();
    }

    @Test
    void rules_of_the_contract_are_checks_of_the_standard() {
        JsonNode schema = read(table("Orders.", true)).at("/schema/0");
        assertThat(schema.at("/quality/0/metric").textValue()).isEqualTo("duplicateValues");
        assertThat(schema.at("/quality/1/mustBeGreaterOrEqualTo").longValue()).isEqualTo(5);
        assertThat(schema.at("/properties/1/quality/0/arguments/validValues"))
                .isEqualTo(JSON.valueToTree(List.of("pos", "mall")));
        assertThat(schema.at("/properties/2/quality/0/query").textValue())
                .isEqualTo("select count(*) from dwd.shop_order where not coalesce(pay_fen = (list_fen - off_fen),"
                        + " false)");
    }

    @Test
    void a_grain_of_one_column_makes_that_column_unique() {
        JsonNode schema = read(table("Orders.", false)).at("/schema/0");
        assertThat(schema.at("/properties/0/unique").booleanValue()).isTrue();
        assertThat(schema.at("/quality/0/metric").textValue()).isEqualTo("rowCount");
    }

    @Test
    void what_is_kept_how_long_is_a_promise_in_days() {
        JsonNode retention = read(table("Orders.", true)).at("/slaProperties/1");
        assertThat(retention.toString()).isEqualTo("{\"property\":\"retention\",\"value\":1095,\"unit\":\"d\"}");
    }

    private static JsonNode read(Table table) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Odcs.yaml(table)));
    }

    private static Table table(String description, boolean twoKeys) {
        return new Table(
                "dwd.shop_order",
                description,
                twoKeys ? List.of("paid_date", "platform") : List.of("paid_date"),
                "data-platform",
                Optional.of("paid_date"),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of("paid_date"),
                List.of(),
                List.of(),
                60,
                1095,
                5,
                Optional.empty(),
                List.of(),
                Map.of("appid", "wx: 'demo'"),
                List.of(
                        column("paid_date", "date", List.of(), Optional.empty(), Optional.empty()),
                        column("platform", "string", List.of("pos", "mall"), Optional.empty(), Optional.empty()),
                        column("pay_fen", "bigint", List.of(), Optional.of(0L), Optional.of("list_fen - off_fen"))),
                Path.of("tables/dwd/shop_order"),
                Path.of("tables/dwd/shop_order/table.yml"));
    }

    private static Column column(
            String name, String type, List<String> values, Optional<Long> min, Optional<String> equals) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                values,
                min,
                Optional.empty(),
                Optional.empty(),
                equals,
                "internal",
                "A \"quoted\": column, 中文 too.");
    }
}
