package cn.guatu.planning.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import cn.guatu.planning.Responsibility;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperFrame;
import cn.guatu.platform.document.PaperPrinter;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.Light;
import cn.guatu.testing.Printed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** The 责任清单 on paper (issue 6, Paper). */
class DutyPainterTest {

    private static final String ADDRESS = "http://localhost:8080/responsibilities?year=2026&by=department";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);

    @Test
    void threeHundredProjectsOfTwelveNodesStandOnOnePageOfA0WithWhoAnswersAndWhen() {
        Printed printed = Printed.pdf(printer(list(15, 20, 12), Paper.A0).pdf());
        assertThat(printed.sizes()).hasSize(1);
        assertThat(printed.text())
                .contains(
                        "2026 年责任清单",
                        "项目 20 个 · 节点 240 个",
                        "第14科第19号更新单元",
                        "张领导",
                        "李责任",
                        "规划审批0",
                        "1/20",
                        "督办",
                        "数据截至 2026年10月31日",
                        "另有姓名的，由其负责该节点");
        assertThat(printed.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
    }

    @Test
    void aNodeWithAPersonOfItsOwnNamesHim() {
        assertThat(Printed.pdf(printer(list(1, 1, 12), Paper.A3).pdf()).text()).contains("2/20 王另任");
    }

    @Test
    void onSmallPaperItGoesOnAndSaysSo() {
        DutyPainter painter = painter(list(2, 150, 12), Paper.A3);
        Printed printed = Printed.pdf(new PaperPrinter(painter).pdf());
        assertThat(printed.sizes()).hasSize(painter.pageCount()).hasSizeGreaterThan(1);
        assertThat(printed.text()).contains("(续)", "第 2 / " + painter.pageCount() + " 页");
    }

    @Test
    void theTilesOfA0AreA3() {
        assertThat(Printed.pdf(printer(list(15, 20, 12), Paper.A0).tiles()).sizes())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(page -> assertThat((double) Math.min(page.getWidth(), page.getHeight()))
                        .isCloseTo(Paper.A3.shortSide(), offset(0.5)));
    }

    @Test
    void theCodeLeadsBackAndTheSamePictureIsAnSvg() {
        PaperPrinter printer = printer(list(2, 3, 5), Paper.A3);
        assertThat(Printed.code(printer.png(0, 2400))).isEqualTo(ADDRESS);
        assertThat(new String(printer.svg(0), StandardCharsets.UTF_8)).contains("<svg", "第1科第2号更新单元");
    }

    @Test
    void anEmptyListStillPrintsItsHead() {
        assertThat(Printed.pdf(printer(list(0, 0, 0), Paper.A3).pdf()).text()).contains("2026 年责任清单");
    }

    private static PaperPrinter printer(DutyList list, Paper paper) {
        return new PaperPrinter(painter(list, paper));
    }

    private static DutyPainter painter(DutyList list, Paper paper) {
        PaperFrame frame = new PaperFrame(
                "2026 年责任清单",
                "按科室",
                LocalDate.of(2026, 10, 31),
                null,
                Instant.parse("2026-11-01T01:00:00Z"),
                ADDRESS,
                BusinessClock.ZONE);
        return new DutyPainter(list, paper, frame);
    }

    private static DutyList list(int groups, int lines, int nodes) {
        Map<NodeId, Light> lights = new HashMap<>();
        List<DutyList.Group> all = IntStream.range(0, groups)
                .mapToObj(group -> new DutyList.Group(
                        "第" + group + "科",
                        IntStream.range(0, lines)
                                .mapToObj(line -> line(group, line, group * lines + line, nodes, lights))
                                .toList()))
                .toList();
        return new DutyList(2026, all, lights);
    }

    private static Responsibility line(int group, int line, int number, int nodes, Map<NodeId, Light> lights) {
        String department = "第" + group + "科";
        List<Responsibility.Duty> duties = IntStream.range(0, nodes)
                .mapToObj(at -> {
                    NodeId node = new NodeId(number * 100L + at + 1);
                    lights.put(node, Light.values()[at % Light.values().length]);
                    boolean own = at % 6 == 1;
                    return new Responsibility.Duty(
                            node,
                            "规划审批" + at,
                            own ? "王另任" : "李责任",
                            null,
                            own,
                            FIRST.plusMonths(at),
                            at < 4 ? FIRST.plusMonths(at) : null,
                            "",
                            null,
                            "");
                })
                .toList();
        return new Responsibility(
                new PhaseId(number + 1L),
                "LG" + number,
                department + "第" + line + "号更新单元",
                department,
                "龙城街道60%、龙岗街道40%",
                "张领导",
                "李责任",
                null,
                duties);
    }
}
