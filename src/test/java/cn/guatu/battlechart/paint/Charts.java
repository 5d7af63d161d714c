package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.BattleChart.Group;
import cn.guatu.battlechart.BattleChart.Mark;
import cn.guatu.battlechart.BattleChart.Recognised;
import cn.guatu.battlechart.BattleChart.Row;
import cn.guatu.rollup.Light;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Made-up charts of any size. */
final class Charts {

    static final LocalDate CUT_OFF = LocalDate.of(2026, 10, 31);

    private static final String[] STAGES = {
        "计划立项", "信息核查", "规划审批", "主体确认", "历史用地处置", "用地审批", "地价付清", "工程规划许可", "施工许可", "主体封顶", "竣工验收", "入库"
    };

    private Charts() {}

    static BattleChart of(int groups, int rowsEach, int nodesEach) {
        Random random = new Random(7);
        List<Group> all = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            List<Row> rows = new ArrayList<>();
            for (int r = 0; r < rowsEach; r++) {
                rows.add(row(random, "P" + g + "-" + r, "第" + g + "片区" + r + "号城市更新单元", nodesEach));
            }
            all.add(new Group("第" + g + "街道", rows));
        }
        return new BattleChart(2026, "2026年作战图", "按街道", CUT_OFF, null, Instant.parse("2026-11-01T01:00:00Z"), all);
    }

    static BattleChart named(String project) {
        Row row = row(new Random(1), "P", project, 3);
        return new BattleChart(
                2026,
                "2026年作战图",
                "按街道",
                CUT_OFF,
                null,
                Instant.parse("2026-11-01T01:00:00Z"),
                List.of(new Group("街道", List.of(row))));
    }

    private static Row row(Random random, String code, String name, int nodes) {
        List<Mark> marks = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(40));
        for (int i = 0; i < nodes; i++) {
            LocalDate planned = day.plusDays(random.nextInt(18));
            day = day.plusDays(330 / Math.max(1, nodes));
            boolean done =
                    planned.isBefore(LocalDate.of(2026, 9, 1)) || random.nextInt(6) == 0 && planned.isBefore(CUT_OFF);
            LocalDate at = done ? planned.plusDays(random.nextInt(20) - 5) : planned;
            int late = done || !planned.isBefore(CUT_OFF) ? 0 : (int) (CUT_OFF.toEpochDay() - planned.toEpochDay());
            Light light = done
                    ? at.isAfter(planned) ? Light.YELLOW : Light.GREEN
                    : late > 14
                            ? Light.RED
                            : late > 0
                                    ? Light.ORANGE
                                    : planned.isBefore(CUT_OFF.plusDays(15)) ? Light.DUE_SOON : Light.NOT_DUE;
            marks.add(new Mark(i, STAGES[i % STAGES.length], planned, at, done, light, "理由", late, i % 3 == 0, "张三"));
        }
        Light worst = marks.stream()
                .filter(mark -> !mark.done())
                .map(Mark::light)
                .reduce(Light::worse)
                .orElse(Light.DONE);
        return new Row(
                code,
                "一期",
                name,
                "计划内",
                "城市更新科",
                "李局长",
                "张三",
                List.of("第一街道"),
                worst,
                LocalDate.of(2026, 1, 1),
                marks.stream().map(Mark::planned).max(Comparator.naturalOrder()).orElse(null),
                marks.stream().map(Mark::at).max(Comparator.naturalOrder()).orElse(null),
                List.of(new Recognised("TD", "土地供应", "3.2/10 公顷")),
                marks);
    }
}
