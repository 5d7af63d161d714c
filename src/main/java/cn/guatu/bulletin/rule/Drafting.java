package cn.guatu.bulletin.rule;

import cn.guatu.bulletin.rule.MonthFigures.UnitLine;
import cn.guatu.bulletin.rule.Sentences.Pieces;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drafts the 通报 of a month from its figures. The same figures give the same text. */
public final class Drafting {

    private static final int NAMED = 3;
    private static final int LATE_NAMED = 5;
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final Set<Light> ON_PACE = EnumSet.of(Light.DONE, Light.GREEN, Light.NOT_DUE);
    private static final Set<Light> BEHIND = EnumSet.of(Light.YELLOW, Light.ORANGE, Light.RED);

    private final MonthFigures figures;
    private final List<Block> blocks = new ArrayList<>();
    private final String until;
    private int heading;

    private Drafting(MonthFigures figures) {
        this.figures = figures;
        this.until = Shown.until(figures.cutOff());
    }

    /** The 通报; a draft while the month is not published. */
    public static Bulletin of(MonthFigures figures) {
        Drafting drafting = new Drafting(figures);
        drafting.front();
        drafting.overall();
        drafting.targets();
        drafting.units();
        drafting.problems();
        drafting.next();
        drafting.end();
        drafting.blocks.addAll(Attachments.of(figures));
        return new Bulletin(
                figures.year(), figures.month(), figures.cutOff(), figures.issuedOn() == null, drafting.blocks);
    }

    private void front() {
        String authority = figures.district() + "挂图作战指挥部办公室";
        add("authority", Level.AUTHORITY, authority);
        add("number", Level.NUMBER, "挂图通报〔" + figures.year() + "〕" + figures.month() + "号");
        add("title", Level.TITLE, "关于" + figures.year() + "年" + figures.month() + "月重点工作任务完成情况的通报");
        add("recipients", Level.RECIPIENTS, "各街道办事处，各科室、专班：");
        add(
                "opening",
                Level.BODY,
                "现将" + figures.year() + "年" + figures.month() + "月重点工作任务完成情况通报如下，数据截至" + Shown.date(figures.cutOff())
                        + "。");
    }

    private void overall() {
        heading("overall", "总体情况");
        UnitSummary overall = figures.overall();
        Pieces said = new Pieces()
                .words("全年共安排指标")
                .figure("year.targets", overall.targets() + "项")
                .words("（不含其中项）。截至" + until + "，");
        if (overall.rate() == null) {
            said.words("各项指标尚未形成完成率。");
        } else {
            said.words("综合完成率").figure("year.rate", Shown.rate(overall.rate()));
            if (overall.expected() != null && overall.deviation() != null) {
                said.words("，综合序时进度")
                        .figure("year.expected", Shown.rate(overall.expected()))
                        .words("，")
                        .figure("year.deviation", Shown.againstPace(overall.deviation()));
            }
            movement(said, overall);
            said.words("。");
        }
        lights(said);
        add("overall", Level.BODY, said);
        List<Block.Bar> bars = top().stream()
                .filter(target -> target.rate() != null)
                .sorted(Comparator.comparing(
                                TargetFigure::deviation, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                        .thenComparing(TargetFigure::sortOrder))
                .limit(20)
                .map(target -> new Block.Bar(target.name(), target.rate(), target.expected()))
                .toList();
        if (!bars.isEmpty()) {
            blocks.add(new Block.Bars("chart", "图1  各项指标完成率与序时进度（从落后的起）", bars));
        }
    }

    private void movement(Pieces said, UnitSummary overall) {
        UnitSummary before = figures.before();
        if (before != null && before.rate() != null && overall.rate() != null) {
            said.words("，")
                    .figure(
                            "year.movement",
                            Shown.compared(overall.rate().subtract(before.rate()), "比上月提高", "比上月回落", "与上月持平"));
        }
    }

    private void lights(Pieces said) {
        said.words("按灯色分：");
        boolean first = true;
        for (Light light :
                List.of(Light.DONE, Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED, Light.NOT_DUE, Light.GREY)) {
            long count =
                    top().stream().filter(target -> target.light() == light).count();
            if (count > 0) {
                said.words((first ? "" : "，") + light.label()).figure("year.light." + light.name(), count + "项");
                first = false;
            }
        }
        said.words("。");
    }

    private void targets() {
        heading("targets", "指标完成情况");
        group("targets.on", "达到或者超过序时的指标", ON_PACE);
        group("targets.behind", "低于序时的指标", BEHIND);
        group("targets.without", "未报或者尚未下达的指标", EnumSet.of(Light.GREY));
    }

    private int group;

    private void group(String key, String title, Set<Light> lights) {
        List<TargetFigure> of =
                top().stream().filter(target -> lights.contains(target.light())).toList();
        if (of.isEmpty()) {
            return;
        }
        Pieces said =
                new Pieces().words("（" + numeral(group++) + "）" + title + "（").figure(key, of.size() + "项");
        add(key, Level.SUBHEADING, said.words("）"));
        Sentences sentences = new Sentences(figures.cutOff());
        int number = 1;
        for (TargetFigure target : of) {
            Pieces paragraph = new Pieces().words(number++ + ".");
            sentences.of(target, partsOf(target)).forEach(piece -> append(paragraph, piece));
            add("target." + target.code(), Level.BODY, paragraph);
        }
    }

    private static void append(Pieces to, Piece piece) {
        if (piece.key() == null) {
            to.words(piece.text());
        } else {
            to.figure(piece.key(), piece.text());
        }
    }

    private void units() {
        heading("units", "街道和科室完成情况");
        int number = 0;
        if (!figures.streets().isEmpty()) {
            add("streets.heading", Level.SUBHEADING, "（" + numeral(number++) + "）街道");
            add("streets", Level.BODY, units("个街道", figures.streets()));
        }
        if (!figures.departments().isEmpty()) {
            add("departments.heading", Level.SUBHEADING, "（" + numeral(number) + "）科室和专班");
            add("departments", Level.BODY, units("个科室、专班", figures.departments()));
        }
    }

    private Pieces units(String counter, List<UnitLine> lines) {
        List<UnitLine> measured =
                lines.stream().filter(line -> line.summary().rate() != null).toList();
        Pieces said = new Pieces().words("有指标任务的共" + measured.size() + counter + "。");
        if (measured.isEmpty()) {
            return said;
        }
        boolean scored = measured.stream().anyMatch(line -> line.score() != null);
        List<UnitLine> ordered = scored
                ? measured.stream()
                        .filter(line -> line.rank() != null)
                        .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.rank())))
                        .toList()
                : measured.stream()
                        .sorted(Comparator.comparing(
                                        (UnitLine line) -> line.summary().deviation(),
                                        Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
                                .reversed())
                        .toList();
        int named = Math.min(NAMED, ordered.size());
        said.words(scored ? "本月评估得分居前的是：" : "完成情况居前的是：");
        list(said, ordered.subList(0, named), scored);
        if (ordered.size() > named) {
            List<UnitLine> last = ordered.subList(Math.max(named, ordered.size() - NAMED), ordered.size());
            said.words(scored ? "得分居后的是：" : "居后的是：");
            list(said, last, scored);
        }
        String without = lines.stream()
                .filter(line -> line.summary().rate() == null)
                .map(UnitLine::name)
                .collect(Collectors.joining("、"));
        if (!without.isEmpty()) {
            said.words("没有可计算完成率的是：" + without + "。");
        }
        return said;
    }

    private static void list(Pieces said, List<UnitLine> lines, boolean scored) {
        for (int i = 0; i < lines.size(); i++) {
            UnitLine line = lines.get(i);
            said.words(line.name());
            if (scored && line.score() != null) {
                said.figure(line.key() + ".score", Attachments.score(line.score()) + "分")
                        .words("，第")
                        .figure(line.key() + ".rank", line.rank() + "名");
                said.words("（综合完成率")
                        .figure(line.key() + ".rate", Shown.rate(line.summary().rate()));
                said.words("）");
            } else {
                said.words("（综合完成率")
                        .figure(line.key() + ".rate", Shown.rate(line.summary().rate()));
                @Nullable BigDecimal deviation = line.summary().deviation();
                if (deviation != null) {
                    said.words("，").figure(line.key() + ".deviation", Shown.againstPace(deviation));
                }
                said.words("）");
            }
            said.words(i < lines.size() - 1 ? "、" : "。");
        }
    }

    private void problems() {
        heading("problems", "存在的主要问题");
        List<NodeFigure> late = figures.late();
        Pieces said = new Pieces();
        if (late.isEmpty()) {
            said.words("截至" + until + "，没有逾期未完成的节点。");
        } else {
            long red = late.stream().filter(node -> node.light() == Light.RED).count();
            said.words("截至" + until + "，逾期未完成的节点共").figure("late.count", late.size() + "个");
            if (red > 0) {
                said.words("，其中逾期超过10个工作日的").figure("late.red", red + "个");
            }
            said.words("。逾期较久的有：");
            List<NodeFigure> worst = late.subList(0, Math.min(LATE_NAMED, late.size()));
            for (int i = 0; i < worst.size(); i++) {
                NodeFigure node = worst.get(i);
                said.words(node.projectName() + "（" + node.leadDepartment() + "）“" + node.node() + "”逾期")
                        .figure("node." + node.id().value() + ".late", node.daysLate() + "个工作日")
                        .words(i < worst.size() - 1 ? "，" : "。");
            }
        }
        add("problems.late", Level.BODY, said);
        int open =
                figures.causes().stream().mapToInt(MonthFigures.CauseLine::open).sum();
        if (open > 0) {
            Pieces causes = new Pieces()
                    .words("尚未销号的难点堵点共")
                    .figure("blockers.open", open + "个")
                    .words("，按原因分：");
            for (int i = 0; i < figures.causes().size(); i++) {
                MonthFigures.CauseLine line = figures.causes().get(i);
                causes.words(line.cause())
                        .figure("blockers.cause." + line.cause(), line.open() + "个")
                        .words(i < figures.causes().size() - 1 ? "，" : "。");
            }
            add("problems.blockers", Level.BODY, causes);
        }
        matters();
    }

    private void matters() {
        if (figures.matters().isEmpty()) {
            return;
        }
        long closed = figures.matters().stream()
                .filter(MonthFigures.MatterLine::closed)
                .count();
        List<MonthFigures.MatterLine> overdue = figures.matters().stream()
                .filter(matter -> !matter.closed() && matter.due().isBefore(figures.cutOff()))
                .toList();
        Pieces said = new Pieces()
                .words("会议议定事项共")
                .figure("matters.all", figures.matters().size() + "项")
                .words("，已销号")
                .figure("matters.closed", closed + "项");
        if (overdue.isEmpty()) {
            said.words("，没有超过时限未办结的事项。");
        } else {
            said.words("，超过时限未办结")
                    .figure("matters.overdue", overdue.size() + "项")
                    .words("："
                            + overdue.stream()
                                    .limit(LATE_NAMED)
                                    .map(matter -> "“" + matter.matter() + "”（" + matter.lead() + "）")
                                    .collect(Collectors.joining("、"))
                            + (overdue.size() > LATE_NAMED ? "等。" : "。"));
        }
        add("problems.matters", Level.BODY, said);
    }

    private void next() {
        heading("next", "下一步工作要求");
        List<TargetFigure> behind = top().stream()
                .filter(target -> target.light() == Light.RED || target.light() == Light.ORANGE)
                .sorted(Comparator.comparing(
                        TargetFigure::deviation, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())))
                .toList();
        int number = 1;
        if (!behind.isEmpty()) {
            Pieces said = new Pieces()
                    .words(number++ + ".紧盯落后指标。对低于序时10个百分点以上的")
                    .figure("next.behind", behind.size() + "项")
                    .words("指标（" + behind.stream().map(TargetFigure::name).collect(Collectors.joining("、"))
                            + "），牵头科室要逐项倒排工期，明确到项目、到节点、到责任人。");
            add("next.behind", Level.BODY, said);
        }
        if (!figures.late().isEmpty()) {
            add("next.late", Level.BODY, number++ + ".销号逾期节点。责任单位要对附件所列逾期节点逐个提出完成时间，按周报送进展，完成一个、销号一个。");
        }
        add("next.reports", Level.BODY, number + ".如实按时填报。各单位要按时报送进展和佐证材料，未报的及时补报，数据以计入台账为准。");
    }

    private void end() {
        List<String> titles =
                Attachments.of(figures).stream().map(Block.Table::title).toList();
        StringBuilder list = new StringBuilder("附件：");
        for (int i = 0; i < titles.size(); i++) {
            list.append(i == 0 ? "" : "\n").append(i + 1).append(".").append(titles.get(i));
        }
        add("attachments", Level.ATTACHMENTS, list.toString());
        add("signature", Level.SIGNATURE, figures.district() + "挂图作战指挥部办公室");
        add(
                "date",
                Level.DATE,
                figures.issuedOn() == null ? figures.year() + "年  月  日" : Shown.date(figures.issuedOn()));
        add("copies", Level.COPIES, "抄送：区委办、区政府办。");
        add(
                "issued",
                Level.ISSUED,
                figures.district() + "挂图作战指挥部办公室"
                        + (figures.issuedOn() == null ? "" : "\t" + Shown.date(figures.issuedOn()) + "印发"));
    }

    private List<TargetFigure> top() {
        return figures.targets().stream()
                .filter(target -> target.parentCode() == null)
                .toList();
    }

    private List<TargetFigure> partsOf(TargetFigure target) {
        List<TargetFigure> parts = new ArrayList<>();
        for (TargetFigure each : figures.targets()) {
            if (target.code().equals(each.parentCode())) {
                parts.add(each);
                parts.addAll(partsOf(each));
            }
        }
        return parts;
    }

    private void heading(String key, String words) {
        add(key + ".title", Level.HEADING, numeral(heading++) + "、" + words);
    }

    private static String numeral(int index) {
        return NUMERALS.get(index);
    }

    private void add(String key, Level level, String words) {
        blocks.add(Block.Paragraph.of(key, level, words));
    }

    private void add(String key, Level level, Pieces said) {
        blocks.add(new Block.Paragraph(key, level, said.all()));
    }
}
