package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.project.Node;
import cn.guatu.security.Permission;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerMove;
import cn.guatu.supervision.BlockerStanding;
import cn.guatu.supervision.BlockerStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One blocker in full: what and how long, what the reader may do with it, and what happened to it. */
final class BlockerCard {

    private final BlockersView view;
    private final Registers registers;
    private final BlockersView.Line line;

    BlockerCard(BlockersView view, Registers registers, BlockersView.Line line) {
        this.view = view;
        this.registers = registers;
        this.line = line;
    }

    Component[] parts() {
        Blocker blocker = line.blocker();
        BlockerStanding standing = blocker.standing();
        int year = view.year();
        List<Component> parts = new ArrayList<>();
        Paragraph problem = new Paragraph(blocker.problem());
        problem.addClassName("guatu-sentence");
        parts.add(problem);
        String node = standing.node() == null
                ? null
                : registers.projects().node(standing.node()).map(Node::name).orElse(null);
        Facts facts = new Facts()
                .with("项目 · 分期", line.project())
                .with("节点", node)
                .with("牵头科室", line.lead())
                .with("责任单位", blocker.responsible())
                .with(
                        "责任人",
                        standing.owner() == null ? null : registers.people().get(standing.owner()))
                .with("原因", blocker.cause() == null ? null : blocker.cause().label())
                .with(
                        "状态",
                        blocker.status().label()
                                + (standing.reopened() == 0 ? "" : ",回头看重启 " + standing.reopened() + " 次"))
                .with("层级", standing.tier().label() + ",自 " + Figures.day(standing.tierSince(), year))
                .with("回应时限", line.answerBy() == null ? null : Figures.day(line.answerBy(), year))
                .with("提出", Figures.day(blocker.raisedOn(), year))
                .with("已堵", blocker.daysHeld(registers.clock().today()) + " 天")
                .with("要求解决", Figures.day(blocker.due(), year))
                .with("涉及", (blocker.approx() ? "约 " : "") + line.held())
                .with(
                        "解决 / 销号",
                        Figures.day(standing.resolvedOn(), year) + " / " + Figures.day(standing.closedOn(), year));
        parts.add(facts);
        if (line.phase() != null) {
            parts.add(new Anchor(
                    "projects/" + URLEncoder.encode(line.phase().projectCode(), StandardCharsets.UTF_8) + "?year="
                            + year,
                    "打开项目"));
        }
        Div verbs = new Div();
        for (BlockerMove move : registers.blockers().moves(blocker)) {
            if (move == BlockerMove.ASSIGN) {
                verbs.add(new AssignForm(view, registers, blocker));
            }
        }
        parts.add(new MoveForm<>(
                registers.blockers().moves(blocker).stream()
                        .filter(move -> move != BlockerMove.ASSIGN)
                        .toList(),
                BlockerMove::label,
                (move, note) -> view.done(
                        () -> registers
                                .blockers()
                                .move(blocker.id(), blocker.version(), move, note, registers.recording(year)),
                        "已" + move.label() + "。")));
        if (blocker.isOpen() && registers.user().has(Permission.OPERATE)) {
            verbs.add(new Button("转督办单", click -> supervise(blocker)));
        }
        parts.add(verbs);
        parts.add(new H3("经过"));
        parts.add(timeline(registers.blockers().steps(blocker.id())));
        return parts.toArray(Component[]::new);
    }

    private void supervise(Blocker blocker) {
        view.panel()
                .open(
                        "签发督办单",
                        new IssueForm(
                                registers.orders(),
                                registers
                                        .drafts()
                                        .of(blocker.phase(), blocker.standing().node(), "堵点长期未解：" + blocker.problem()),
                                line.lead(),
                                order -> UI.getCurrent()
                                        .navigate("supervision/orders/"
                                                + order.id().value())));
    }

    private Component timeline(List<BlockerStep> steps) {
        if (steps.isEmpty()) {
            return new Paragraph("由一张表导入,还没有在系统里办理。");
        }
        Map<String, String> actors = registers.actors();
        Facts.Timeline timeline = new Facts.Timeline();
        steps.forEach(step -> timeline.put(
                step.at(),
                actors.getOrDefault(step.actor(), step.actor()),
                step.move().label()
                        + (step.move() == BlockerMove.ESCALATE
                                ? "到" + step.tier().label()
                                : ""),
                step.note()));
        return timeline;
    }
}
