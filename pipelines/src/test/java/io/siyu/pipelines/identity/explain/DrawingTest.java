package io.siyu.pipelines.identity.explain;

import static io.siyu.pipelines.identity.explain.Drawn.tie;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.House;
import io.siyu.warehouse.identity.IdModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DrawingTest {
    private static final Names NAMES =
            new Names(IdModel.read(new House(List.of(Path.of("..", "warehouse")))), true, token -> Optional.empty());
    private static final List<Tie> TIES =
            List.of(tie("ab", "S", 80), tie("bc", "S", 80), tie("ac", "M", 50), tie("cd", "S", 80));

    @Test
    void a_graph_is_a_tree_of_what_tells_most_and_the_rest() {
        assertThat(new Tree(Ties.of(List.of("phone|*|13911110001"), TIES), NAMES).lines())
                .containsExactly(
                        "  会员卡号 card_no:crm:a",
                        "  └─ S  会员卡号 card_no:crm:b, 2026-11-01 to 2026-11-20, pos",
                        "     └─ S  会员卡号 card_no:crm:c, 2026-11-01 to 2026-11-20, pos",
                        "        └─ S  会员卡号 card_no:crm:d, 2026-11-01 to 2026-11-20, pos",
                        "  手机号 phone:13911110001",
                        "  also M  会员卡号 card_no:crm:a  —  会员卡号 card_no:crm:c");
    }

    @Test
    void one_graph_has_one_picture_in_which_every_identifier_and_edge_stands() throws Exception {
        String svg = svg(TIES);
        List<Tie> turned = new ArrayList<>(TIES);
        Collections.reverse(turned);
        assertThat(svg(turned)).isEqualTo(svg);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("line").getLength()).isEqualTo(4);
        assertThat(svg.split("stroke-dasharray", -1)).hasSize(2);
    }

    private static String svg(List<Tie> ties) {
        return new Drawing(Ties.of(List.of(), ties), NAMES, "U1").svg();
    }
}
