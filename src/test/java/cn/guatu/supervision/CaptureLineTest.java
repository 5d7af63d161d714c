package cn.guatu.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.NameKey;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision is one line in the meeting: 事项 | 牵头 | 配合 | 时限. */
class CaptureLineTest {

    /** A Friday. */
    private static final LocalDate MEETING = LocalDate.of(2026, 11, 20);

    private static final List<Unit> UNITS = List.of(
            unit(1, "城市更新科", UnitKind.DEPARTMENT),
            unit(2, "土地整备科", UnitKind.DEPARTMENT),
            unit(3, "学校专班", UnitKind.TASK_FORCE),
            unit(4, "白芒街道", UnitKind.STREET));

    @Test
    void aWholeLineIsRead() {
        CaptureLine line = read("协调学校用地腾挪 | 更新 | 教育局、白芒街道 | 11月30日");

        assertThat(line.matter()).isEqualTo("协调学校用地腾挪");
        assertThat(line.lead()).isEqualTo(UNITS.getFirst());
        assertThat(line.assisting()).isEqualTo("教育局、白芒街道");
        assertThat(line.due()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(line.missing()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        assertThat(read("").missing()).containsExactly("写明事项", "写明牵头单位", "写明时限");
        assertThat(read("签约|科||尽快").missing()).containsExactly("没有唯一的科室或专班叫“科”", "时限“尽快”无法识别,可写 11月30日、月底、5个工作日");
        assertThat(read("签约|白芒街道||月底").missing()).containsExactly("没有唯一的科室或专班叫“白芒街道”");
        assertThat(read("签约|更新||11月1日").missing()).containsExactly("时限早于会议日期");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05,2026-12-05",
        "2026年12月5日,2026-12-05",
        "12-5,2026-12-05",
        "12.5,2026-12-05",
        "1月15日,2027-01-15",
        "月底,2026-11-30",
        "下月底,2026-12-31",
        "年底,2026-12-31",
        "5个工作日,2026-11-27",
        "3天内,2026-11-23",
        "2周,2026-12-04",
        "1个月,2026-12-20"
    })
    void aDayIsWrittenInManyWays(String written, LocalDate meant) {
        assertThat(read("签约｜更新｜｜" + written).due()).isEqualTo(meant);
    }

    private static CaptureLine read(String line) {
        return CaptureLine.read(line, UNITS, MEETING, new WorkCalendar(Map.of()));
    }

    private static Unit unit(long id, String name, UnitKind kind) {
        return new Unit(new UnitId(id), name, NameKey.of(name), kind, null, null, 1);
    }
}
