package cn.guatu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoYearTest {

    private final DemoYear demo = new DemoYear(2026, 20260101);

    @Test
    void hasTheSizeOfARealDistrict() {
        assertThat(DemoPeople.STREETS).hasSize(10);
        assertThat(DemoPeople.DEPARTMENTS).hasSize(8);
        assertThat(demo.people().all()).hasSizeBetween(55, 70);
        assertThat(demo.targets()).hasSizeBetween(36, 44);
        assertThat(demo.projects()).hasSize(150);
        assertThat(demo.projects().stream().mapToInt(p -> p.steps().size()).sum())
                .isEqualTo(900);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        LocalDate day = LocalDate.of(2026, 10, 31);
        assertThat(DemoSheets.on(new DemoYear(2026, 20260101), day)).isEqualTo(DemoSheets.on(demo, day));
        assertThat(DemoSheets.on(new DemoYear(2026, 7), day)).isNotEqualTo(DemoSheets.on(demo, day));
    }

    @Test
    void everyStepThatCountsNamesATarget() {
        assertThat(demo.projects())
                .flatExtracting(DemoProject::steps)
                .filteredOn(step -> step.targetKey() != null)
                .allSatisfy(step -> assertThat(demo.codeOf(String.valueOf(step.targetKey())))
                        .isNotEmpty());
    }

    @Test
    void theWorkbookOfALaterDaySaysMore() {
        var june = DemoSheets.on(demo, LocalDate.of(2026, 6, 30));
        var october = DemoSheets.on(demo, LocalDate.of(2026, 10, 31));
        assertThat(october.get("计入"))
                .containsAll(june.get("计入").subList(1, june.get("计入").size()));
        assertThat(october.get("计入").size()).isGreaterThan(june.get("计入").size());
        assertThat(october.get("项目")).isEqualTo(june.get("项目"));
    }
}
