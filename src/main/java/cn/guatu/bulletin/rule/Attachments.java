package cn.guatu.bulletin.rule;

import cn.guatu.bulletin.rule.MonthFigures.UnitLine;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of the 通报: every target, every street, every department, the nodes that are late. */
final class Attachments {

    private static final int MOST_NODES = 60;

    private Attachments() {}

    static List<Block.Table> of(MonthFigures figures) {
        List<Block.Table> tables = new ArrayList<>();
        tables.add(targets(figures));
        if (!figures.streets().isEmpty()) {
            tables.add(units("table.streets", "街道完成情况表", "街道", figures.streets()));
        }
        if (!figures.departments().isEmpty()) {
            tables.add(units("table.departments", "科室和专班完成情况表", "科室", figures.departments()));
        }
        if (!figures.late().isEmpty()) {
            tables.add(late(figures));
        }
        return tables;
    }

    private static Block.Table targets(MonthFigures figures) {
        List<List<List<Piece>>> rows = new ArrayList<>();
        int number = 0;
        for (TargetFigure target : figures.targets()) {
            String key = target.code();
            boolean part = target.parentCode() != null;
            String mark = target.targetStatus() == VersionStatus.PROVISIONAL ? "（预）" : "";
            rows.add(List.of(
                    words(part ? "" : String.valueOf(++number)),
                    words((part ? "其中：" : "") + target.name() + mark),
                    words(target.unit()),
                    cell(
                            key + ".target",
                            target.target(),
                            (target.approx() ? "约" : "") + Shown.quantity(target.target(), target.unit()),
                            target.unit()),
                    target.achieved() == null
                            ? List.of(Piece.figure(key + ".achieved", "未报"))
                            : cell(
                                    key + ".achieved",
                                    target.achieved(),
                                    Shown.achieved(target.achieved(), target.kind(), target.unit()),
                                    target.unit()),
                    rate(key + ".rate", target.rate()),
                    rate(key + ".expected", target.expected()),
                    points(key + ".points", target.deviation()),
                    words(target.light().icon() + target.light().label()),
                    words(target.leadDepartment())));
        }
        return new Block.Table(
                "table.targets",
                "指标完成情况表",
                List.of("序号", "指标", "单位", "年度任务", "完成", "完成率", "序时进度", "较序时（百分点）", "灯", "牵头科室"),
                List.of(6, 25, 9, 11, 11, 11, 11, 12, 13, 15),
                rows,
                "注：（预）为尚未正式下达的任务；“—”为没有可计算的数。完成率不封顶，“其中”各行单独计算。");
    }

    private static Block.Table units(String key, String title, String kind, List<UnitLine> lines) {
        boolean scored = lines.stream().anyMatch(line -> line.score() != null);
        List<List<List<Piece>>> rows = new ArrayList<>();
        int number = 0;
        for (UnitLine line : lines) {
            List<List<Piece>> row = new ArrayList<>(List.of(
                    words(String.valueOf(++number)),
                    words(line.name()),
                    rate(line.key() + ".rate", line.summary().rate()),
                    rate(line.key() + ".expected", line.summary().expected()),
                    points(line.key() + ".points", line.summary().deviation()),
                    words(line.summary().light().icon() + line.summary().light().label()),
                    List.of(Piece.figure(
                            line.key() + ".targets",
                            String.valueOf(line.summary().targets())))));
            if (scored) {
                row.add(
                        line.score() == null
                                ? words(Shown.NONE)
                                : List.of(Piece.figure(line.key() + ".score", score(line.score()))));
                row.add(
                        line.rank() == null
                                ? words(Shown.NONE)
                                : List.of(Piece.figure(line.key() + ".rank", String.valueOf(line.rank()))));
            }
            rows.add(row);
        }
        List<String> headings = new ArrayList<>(List.of("序号", kind, "综合完成率", "综合序时", "较序时（百分点）", "灯", "指标数"));
        List<Integer> widths = new ArrayList<>(List.of(7, 22, 13, 13, 15, 13, 10));
        if (scored) {
            headings.addAll(List.of("得分", "名次"));
            widths.addAll(List.of(10, 9));
        }
        return new Block.Table(key, title, headings, widths, rows, "");
    }

    private static Block.Table late(MonthFigures figures) {
        List<List<List<Piece>>> rows = new ArrayList<>();
        List<NodeFigure> shown =
                figures.late().subList(0, Math.min(MOST_NODES, figures.late().size()));
        int number = 0;
        for (NodeFigure node : shown) {
            rows.add(List.of(
                    words(String.valueOf(++number)),
                    words(node.projectName() + (node.phase().equals("一期") ? "" : node.phase())),
                    words(node.node()),
                    words(node.planned().getMonthValue() + "月" + node.planned().getDayOfMonth() + "日"),
                    List.of(Piece.figure("node." + node.id().value() + ".days", String.valueOf(node.daysLate()))),
                    words(node.leadDepartment()),
                    words(String.join("、", node.streets()))));
        }
        int left = figures.late().size() - shown.size();
        return new Block.Table(
                "table.late",
                "逾期未完成节点清单",
                List.of("序号", "项目", "节点", "计划完成", "逾期（工作日）", "牵头科室", "街道"),
                List.of(7, 27, 18, 13, 12, 16, 17),
                rows,
                left > 0 ? "注：按逾期天数列前" + MOST_NODES + "个，另有" + left + "个见系统。" : "");
    }

    /** A score as it is printed: two decimals at most. */
    static String score(BigDecimal score) {
        BigDecimal shown = score.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
    }

    private static List<Piece> words(String words) {
        return List.of(Piece.words(words));
    }

    /** The unit has its own column: the cell shows the number, except under %, where the sign belongs to the figure. */
    private static List<Piece> cell(String key, @Nullable BigDecimal quantity, String withUnit, String unit) {
        if (quantity == null) {
            return words(Shown.NONE);
        }
        String shown = unit.equals("%") || !withUnit.endsWith(unit)
                ? withUnit
                : withUnit.substring(0, withUnit.length() - unit.length());
        return List.of(Piece.figure(key + ".number", shown));
    }

    private static List<Piece> rate(String key, @Nullable BigDecimal fraction) {
        return fraction == null ? words(Shown.NONE) : List.of(Piece.figure(key, Shown.rate(fraction)));
    }

    private static List<Piece> points(String key, @Nullable BigDecimal fraction) {
        return fraction == null ? words(Shown.NONE) : List.of(Piece.figure(key, Shown.points(fraction)));
    }
}
