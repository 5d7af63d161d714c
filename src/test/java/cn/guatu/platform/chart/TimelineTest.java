package cn.guatu.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.ui.LightShape;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a timeline tells the page. */
class TimelineTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @Test
    void aSheetSaysItsDaysInIsoFormAndLeavesOutWhatIsNot() {
        TimelineNode node =
                new TimelineNode("n1", "土地出让", JUNE, null, LightShape.OCTAGON, "红灯", false, true, "3.2 公顷", null);
        TimelineBar bar = new TimelineBar(TimelineBar.Kind.BASELINE, JUNE.minusDays(20), JUNE, false);
        TimelineRow row = new TimelineRow("r1", "南岭地块", null, null, null, null, null, List.of(bar), List.of(node));
        ObjectNode sheet = TimelineJson.sheet(new TimelineData(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                JUNE,
                "1 个项目",
                List.of(new TimelineGroup("g1", "南湾街道", null, false, List.of(row))),
                List.of(new TimelineLink("n1", "n2", true)),
                Set.of(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 1)),
                Set.of()));

        assertThat(sheet.toString())
                .contains("{\"kind\":\"baseline\",\"from\":\"2026-06-10\",\"to\":\"2026-06-30\"}")
                .contains("\"nodes\":[{\"id\":\"n1\",\"label\":\"土地出让\",\"at\":\"2026-06-30\",\"shape\":\"octagon\","
                        + "\"word\":\"红灯\",\"note\":\"3.2 公顷\",\"movable\":true}]")
                .contains("\"links\":[{\"from\":\"n1\",\"to\":\"n2\",\"critical\":true}]")
                .contains("\"off\":[\"2026-10-01\",\"2026-10-02\"]")
                .doesNotContain("null");
    }
}
