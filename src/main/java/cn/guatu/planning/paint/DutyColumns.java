package cn.guatu.planning.paint;

import cn.guatu.planning.Responsibility;
import cn.guatu.platform.document.Pen;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How wide the columns of a 责任清单 are when text is one point high; everything grows with the text.
 *
 * @param project 项目
 * @param department 牵头科室
 * @param streets 街道
 * @param leader 责任领导
 * @param owner 责任人
 * @param cell a node with its light, day and, when it has one of its own, its 责任人
 */
record DutyColumns(double project, double department, double streets, double leader, double owner, double cell) {

    /** Between columns. */
    static final double GAP = 0.8;

    /** Of a light, with the space behind it. */
    static final double LIGHT = 1.35;

    private static final double SAMPLE = 10;

    /** As wide as what stands in them, within limits: one long name does not take the room of all. */
    static DutyColumns of(DutyList list) {
        List<Responsibility> lines = list.groups().stream()
                .flatMap(group -> group.lines().stream())
                .distinct()
                .toList();
        return new DutyColumns(
                widest(lines, Responsibility::project, 6, 22),
                widest(lines, Responsibility::department, 4, 9),
                widest(lines, Responsibility::streets, 4, 14),
                widest(lines, Responsibility::leader, 4, 5),
                widest(lines, Responsibility::owner, 3, 6),
                lines.stream()
                        .flatMapToDouble(line -> line.nodes().stream()
                                .mapToDouble(duty -> LIGHT + width(duty.name()) + width(after(line, duty))))
                        .max()
                        .stream()
                        .map(widest -> Math.clamp(widest + GAP, 8, 20))
                        .findFirst()
                        .orElse(8));
    }

    /** Everything left of the nodes. */
    double head() {
        return project + department + streets + leader + owner + 5 * GAP;
    }

    /** How many nodes stand side by side in a panel of this width; at least one. */
    int cells(double width, double text) {
        return Math.max(1, (int) Math.floor((width / text - head()) / cell));
    }

    /** What stands behind the name of a node: its day, and who answers when it is not he who answers for the line. */
    static String after(Responsibility line, Responsibility.Duty duty) {
        String day = " " + duty.planned().getMonthValue() + "/" + duty.planned().getDayOfMonth();
        return duty.owner().equals(line.owner()) ? day : day + " " + duty.owner();
    }

    private static double widest(
            List<Responsibility> lines, Function<Responsibility, String> words, double least, double most) {
        ToDoubleFunction<Responsibility> wide = line -> width(words.apply(line));
        return Math.clamp(lines.stream().mapToDouble(wide).max().orElse(least), least, most);
    }

    private static double width(String text) {
        return Pen.width(text, SAMPLE, false) / SAMPLE;
    }
}
