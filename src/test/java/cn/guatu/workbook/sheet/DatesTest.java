package cn.guatu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** workbook.md, What cells may look like: dates; rulings, Also dates. */
class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-30,2026-06-30",
        "2026.6.30,2026-06-30",
        "2026/6/30,2026-06-30",
        "2026年6月30日,2026-06-30",
        "6月30日,2026-06-30",
        "2025年6月,2025-06-30",
        "6月,2026-06-30",
        "6月底,2026-06-30",
        "6月下旬,2026-06-30",
        "6月上旬,2026-06-10",
        "6月中旬,2026-06-20",
        "2024年2月底,2024-02-29",
        "2月,2026-02-28",
        "一季度,2026-03-31",
        "二季度,2026-06-30",
        "三季度,2026-09-30",
        "四季度,2026-12-31",
        "第三季度,2026-09-30",
        "上半年,2026-06-30",
        "下半年,2026-12-31",
        "年底,2026-12-31",
        "2024年三季度,2024-09-30",
        "2024年上半年,2024-06-30",
        "2024年底,2024-12-31",
        "2024年年底,2024-12-31",
        "２０２６年６月３０日,2026-06-30",
        "2026 年 6 月 30 日,2026-06-30",
        "2018年10月中旬,2018-10-20",
        "2026年06月05日,2026-06-05",
        "12月,2026-12-31",
        "11月底,2026-11-30"
    })
    void aDateIsReadAsOfficersWriteIt(String text, LocalDate expected) {
        assertThat(Dates.ofText(text, 2026)).isEqualTo(new Parsed.Good<>(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "46203",
                "2026",
                "尽快",
                "13月",
                "6月31日",
                "2026-02-30",
                "2026-13-01",
                "2026-6/30",
                "26.6.30",
                "6.30",
                "底",
                "0月",
                "2026年",
                "五季度",
                "20260630",
                "6月底前",
                "0000-01-01",
                "2300年1月1日"
            })
    void whatIsNoDateIsAnError(String text) {
        assertThat(Dates.ofText(text, 2026)).isInstanceOf(Parsed.Bad.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30,2026-02-28",
        "6月31日,2026-06-30",
        "20260630,2026-06-30",
        "6月底前,2026-06-30",
        "46203,2026-06-30"
    })
    void aNearDateIsSuggested(String text, String suggestion) {
        assertThat(Dates.ofText(text, 2026))
                .isInstanceOfSatisfying(
                        Parsed.Bad.class, bad -> assertThat(bad.suggestion()).isEqualTo(suggestion));
    }

    @Test
    void the29thOfFebruary1900NeverWas() {
        assertThat(Dates.ofSerial1900(60)).isNull();
        assertThat(Dates.ofSerial1900(59)).isEqualTo(LocalDate.of(1900, 2, 28));
        assertThat(Dates.ofSerial1900(61)).isEqualTo(LocalDate.of(1900, 3, 1));
    }
}
