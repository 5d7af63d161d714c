package cn.guatu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.target.VersionStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two districts' real plans, when they lie beside the working copy. */
class RealPlansTest {

    @Test
    void longgangIsReadWithOneReminder() throws IOException {
        ParsedWorkbook plan = WorkbookReader.read(file("longgang-2018.xlsx"), 2018);
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.problems()).singleElement().extracting(Problem::cell).isEqualTo("L3");
        assertThat(plan.units()).hasSize(17);
        assertThat(plan.phases()).hasSize(12);
        TargetRow provisional = plan.targets().get(3);
        assertThat(provisional.value()).isNull();
        assertThat(provisional.status()).isEqualTo(VersionStatus.PROVISIONAL);
        assertThat(planned(plan, "GH-01", "万平方米")).isEqualByComparingTo("171");
        assertThat(planned(plan, "GH-03", "公顷")).isEqualByComparingTo("11.7");
    }

    @Test
    void yantianIsReadWithoutProblems() throws IOException {
        ParsedWorkbook plan = WorkbookReader.read(file("yantian-2024.xlsx"), 2024);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.targets()).hasSize(8);
        assertThat(plan.targets().get(5).value()).isEqualByComparingTo("1");
        assertThat(plan.nodes()).hasSize(8);
    }

    private static BigDecimal planned(ParsedWorkbook plan, String code, String unit) {
        return plan.nodes().stream()
                .filter(each -> code.equals(each.targetCode()) && each.quantity() != null)
                .map(each ->
                        each.quantity().in(MeasureUnit.of(unit)).orElseThrow().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static byte[] file(String name) throws IOException {
        Path beside = Path.of("..", "shared", "data", name);
        Path above = Path.of("..", "..", "shared", "data", name);
        Path found = Files.exists(beside) ? beside : above;
        assumeTrue(Files.exists(found), "the real plans are not here");
        return Files.readAllBytes(found);
    }
}
