package cn.guatu.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demonstration workbook as the bureau would have kept it on a given day: sheet name → rows of cells, headings first. */
final class DemoSheets {

    private static final List<String> MATTERS = List.of(
            "建立重点项目联审会商机制",
            "协调南塘片区学校用地腾挪",
            "明确旧墟项目历史用地处置口径",
            "推动白芒片区签约清零",
            "组织年度投资入库专项核查",
            "优化规划审批并联流程",
            "梳理闲置土地处置清单",
            "推进停车位开放共享",
            "研究地价分期缴纳方案",
            "通报三季度督办事项办理情况");
    private static final List<String> PROBLEMS =
            List.of("规划审查意见征询未回复", "少数业主未签约", "市政管线迁改方案未定", "土壤污染状况调查未完成", "实施主体资金未到位", "用地红线与生态控制线冲突");
    private static final List<String> CAUSES = List.of("外单位", "企业", "外单位", "本局", "资金", "上级政策");

    private DemoSheets() {}

    static Map<String, List<List<@Nullable Object>>> on(DemoYear demo, LocalDate day) {
        Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();
        sheets.put("说明", rows(row(demo.year() + "年度任务一张表"), row("演示数据:地名、人名、项目和数字均为虚构。")));
        sheets.put("组织", units());
        sheets.put("人员", people(demo));
        sheets.put("指标", targets(demo, day));
        sheets.put("目标分解", allocations(demo));
        sheets.put("项目", projects(demo));
        sheets.put("节点", nodes(demo, day));
        sheets.put("计入", recognitions(demo, day));
        sheets.put("会议议定", decisions(demo, day));
        sheets.put("堵点", blockers(demo, day));
        return sheets;
    }

    /** The number of the document that a step is recognised on. */
    static String evidence(DemoYear demo, DemoProject project, DemoProject.Step step) {
        return "青更〔%d〕%s号(%s)".formatted(demo.year(), project.code().substring(2), step.evidence());
    }

    private static List<List<@Nullable Object>> units() {
        List<List<@Nullable Object>> rows = rows(row("名称", "类型", "上级", "排序"), row(DemoPeople.DISTRICT, "区"));
        int order = 0;
        for (String street : DemoPeople.STREETS) {
            rows.add(row(street, "街道", DemoPeople.DISTRICT, ++order));
        }
        order = 0;
        for (String department : DemoPeople.DEPARTMENTS) {
            rows.add(row(department, "科室", DemoPeople.DISTRICT, ++order));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> people(DemoYear demo) {
        List<List<@Nullable Object>> rows = rows(row("姓名", "账号", "所属", "岗位"));
        demo.people().all().forEach(p -> rows.add(row(p.name(), p.account(), p.unit(), p.position())));
        return rows;
    }

    private static List<List<@Nullable Object>> targets(DemoYear demo, LocalDate day) {
        List<@Nullable Object> headings = row(
                "编码", "名称", "单位", "年度目标", "目标状态", "文号", "生效日期", "上级指标", "其中关系", "类型", "方向", "基期值", "序时方式", "牵头科室",
                "责任领导", "来源", "口径", "权重");
        for (int month = 1; month <= 12; month++) {
            headings.add(month + "月");
        }
        List<List<@Nullable Object>> rows = rows(headings);
        for (DemoTarget t : demo.targets()) {
            BigDecimal value = demo.valueOf(t);
            boolean confirmed = !t.provisional() && day.getMonthValue() > 1;
            List<@Nullable Object> cells = row(
                    t.code(),
                    t.name(),
                    t.unit(),
                    t.unit().equals("%") && value != null ? value.movePointRight(2) : value,
                    confirmed ? "正式" : "预计",
                    confirmed ? "青府办〔%d〕6号".formatted(demo.year()) : null,
                    confirmed ? LocalDate.of(demo.year(), 1, 20) : null,
                    t.parent(),
                    t.ofWhich(),
                    t.kind(),
                    t.direction(),
                    t.base(),
                    t.method(),
                    t.department(),
                    demo.people().leaders().get(t.weight() % 3),
                    t.provisional() ? "区下达" : "市下达",
                    t.definition(),
                    t.weight());
            for (int month = 1; month <= 12; month++) {
                cells.add(t.method().equals("计划") && value != null ? curve(value, month) : null);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Investment starts slowly and makes up in the second half: the plan curve of the year. */
    private static BigDecimal curve(BigDecimal value, int month) {
        double share = month == 12 ? 1 : Math.pow(month / 12.0, 1.25);
        return value.multiply(BigDecimal.valueOf(share)).setScale(1, RoundingMode.HALF_UP);
    }

    private static List<List<@Nullable Object>> allocations(DemoYear demo) {
        List<List<@Nullable Object>> rows = rows(row("指标编码", "街道或科室", "目标值"));
        for (DemoTarget t : demo.targets()) {
            BigDecimal value = demo.valueOf(t);
            if (!t.byStreet() || value == null) {
                continue;
            }
            BigDecimal planned = demo.planned(t, null);
            for (String street : DemoPeople.STREETS) {
                BigDecimal part = demo.planned(t, street);
                if (part.signum() > 0 && planned.signum() > 0) {
                    BigDecimal share =
                            value.multiply(part).divide(planned, Math.max(0, value.scale()) + 1, RoundingMode.HALF_UP);
                    if (share.signum() > 0) {
                        rows.add(row(t.code(), street, share));
                    }
                }
            }
        }
        return rows;
    }

    private static List<List<@Nullable Object>> projects(DemoYear demo) {
        List<List<@Nullable Object>> rows =
                rows(row("编码", "名称", "分期", "类别", "计划性质", "牵头科室", "责任领导", "责任人", "配合单位", "街道占比", "实施主体", "备注"));
        for (DemoProject p : demo.projects()) {
            rows.add(row(
                    p.code(),
                    p.name(),
                    p.phase(),
                    p.category(),
                    p.nature(),
                    p.department(),
                    p.leader(),
                    p.owner(),
                    p.assisting(),
                    p.shares(),
                    p.implementer(),
                    null));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> nodes(DemoYear demo, LocalDate day) {
        List<List<@Nullable Object>> rows = rows(row(
                "项目编码", "分期", "节点名称", "计划完成", "预计完成", "实际完成", "责任人", "权重", "前置节点", "工期(工作日)", "计入指标", "计入数量", "计入单位",
                "依据"));
        Map<String, String> units = new LinkedHashMap<>();
        demo.targets().forEach(t -> units.put(t.code(), t.unit()));
        for (DemoProject p : demo.projects()) {
            String before = null;
            for (DemoProject.Step s : p.steps()) {
                boolean done = s.reported() != null && !s.reported().isAfter(day);
                boolean slips = !done
                        && s.happens() != null
                        && s.happens().isAfter(s.planned())
                        && s.planned().isBefore(day.plusDays(30));
                String code = s.targetKey() == null ? null : demo.codeOf(s.targetKey());
                rows.add(row(
                        p.code(),
                        p.phase(),
                        s.name(),
                        s.planned(),
                        slips ? s.happens() : null,
                        done ? s.happens() : null,
                        s.owner(),
                        null,
                        before,
                        s.days(),
                        code,
                        s.quantity(),
                        code == null ? null : units.get(code),
                        null));
                before = s.name();
            }
        }
        return rows;
    }

    private static List<List<@Nullable Object>> recognitions(DemoYear demo, LocalDate day) {
        List<List<@Nullable Object>> rows =
                rows(row("项目编码", "分期", "指标编码", "日期", "数量", "分母", "单位", "节点名称", "批次", "依据", "备注"));
        Map<String, DemoTarget> targets = new LinkedHashMap<>();
        demo.targets().forEach(t -> targets.put(t.code(), t));
        for (DemoProject p : demo.projects()) {
            for (DemoProject.Step s : p.steps()) {
                DemoTarget t = s.targetKey() == null ? null : targets.get(demo.codeOf(s.targetKey()));
                if (t != null
                        && !t.kind().equals("里程碑")
                        && s.reported() != null
                        && s.happens() != null
                        && !s.reported().isAfter(day)
                        && s.happens().getYear() == demo.year()) {
                    rows.add(row(
                            p.code(),
                            p.phase(),
                            t.code(),
                            s.happens(),
                            s.delivered(),
                            null,
                            t.unit(),
                            s.name(),
                            null,
                            evidence(demo, p, s),
                            null));
                }
            }
        }
        for (DemoYear.Entry e : demo.entries()) {
            if (!e.reported().isAfter(day)) {
                rows.add(row(
                        e.project().code(),
                        e.project().phase(),
                        e.targetCode(),
                        e.date(),
                        e.quantity(),
                        e.denominator(),
                        e.unit(),
                        null,
                        e.batch(),
                        e.evidence(),
                        null));
            }
        }
        return rows;
    }

    private static List<List<@Nullable Object>> decisions(DemoYear demo, LocalDate day) {
        List<List<@Nullable Object>> rows = rows(row("会议日期", "事项", "牵头", "配合", "完成时限", "状态", "进展"));
        for (int i = 0; i < MATTERS.size(); i++) {
            LocalDate held = LocalDate.of(demo.year(), 2 + i, 6);
            if (!held.isAfter(day)) {
                LocalDate due = held.plusDays(45);
                boolean closed = i % 3 != 2 && due.isBefore(day);
                rows.add(row(
                        held,
                        MATTERS.get(i),
                        DemoPeople.DEPARTMENTS.get(i % 8),
                        DemoPeople.DEPARTMENTS.get((i + 3) % 8),
                        due,
                        closed ? "销号" : due.isBefore(day) ? "滞后" : "办理中",
                        closed ? "已办结" : "正在推进"));
            }
        }
        return rows;
    }

    private static List<List<@Nullable Object>> blockers(DemoYear demo, LocalDate day) {
        List<List<@Nullable Object>> rows =
                rows(row("项目编码", "分期", "问题", "原因类别", "责任单位", "提出日期", "要求解决日期", "涉及指标", "涉及数量", "状态"));
        int number = 0;
        for (DemoProject p : demo.projects()) {
            DemoProject.Step stuck = p.steps().stream()
                    .filter(s -> s.targetKey() != null
                            && s.planned().isBefore(day)
                            && (s.happens() == null || s.happens().isAfter(day)))
                    .findFirst()
                    .orElse(null);
            if (stuck != null
                    && stuck.targetKey() != null
                    && number < 24
                    && p.nature().equals("计划内")) {
                int kind = number++ % PROBLEMS.size();
                rows.add(row(
                        p.code(),
                        p.phase(),
                        PROBLEMS.get(kind),
                        CAUSES.get(kind),
                        p.department(),
                        stuck.planned(),
                        stuck.planned().plusDays(60),
                        demo.codeOf(stuck.targetKey()),
                        stuck.quantity(),
                        kind % 3 == 0 ? "未解决" : "协调中"));
            }
        }
        return rows;
    }

    @SafeVarargs
    private static List<List<@Nullable Object>> rows(List<@Nullable Object>... rows) {
        return new ArrayList<>(List.of(rows));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
