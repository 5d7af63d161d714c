package cn.guatu.supervision.ui;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionMove;
import cn.guatu.supervision.DecisionStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 议定事项: one register across all meetings, what is late first. */
@Route("decisions")
@PageTitle("议定事项 · 挂图作战")
@Menu(title = "议定事项", order = 33, icon = "vaadin:clipboard-check")
@PermitAll
class DecisionsView extends RegisterPage {

    private static final String STATUS = "status";
    private static final String LEAD = "lead";
    private static final String MEETING = "meeting";

    /** A decision with the names and days that the table shows. */
    record Line(Decision decision, String lead, LocalDate handOutBy) {

        boolean isHandedOutLate(LocalDate today) {
            LocalDate handed = decision.days().handedOn();
            return handed == null
                    ? decision.status() == DecisionStatus.NOT_ASSIGNED && handOutBy.isBefore(today)
                    : handed.isAfter(handOutBy);
        }
    }

    DecisionsView(Registers registers) {
        super("议定事项", registers);
    }

    @Override
    void show() {
        LocalDate today = registers().clock().today();
        List<Line> all = lines(today);
        List<Line> shown = filtered(all, today);
        page().scope(year() + " 年 · 在办 "
                + all.stream().filter(each -> each.decision().isOpen()).count() + " 项,滞后 "
                + all.stream().filter(each -> each.decision().isLate(today)).count() + " 项");
        page().actions(new Anchor("meetings?year=" + year(), "例会"));
        page().filters(filterBar(all, today));
        if (shown.isEmpty()) {
            page().body(new EmptyState(
                    all.isEmpty() ? "还没有议定事项,在例会里记录。" : "没有符合条件的议定事项。", new Anchor("meetings?year=" + year(), "去例会")));
        } else {
            page().body(grid(shown, today));
        }
        Long open = number(OPEN).orElse(null);
        all.stream()
                .filter(each -> open != null && each.decision().id().value() == open)
                .findFirst()
                .ifPresentOrElse(line -> panel().open("议定事项", card(line, today)), () -> panel().shut());
    }

    private List<Line> lines(LocalDate today) {
        Map<?, String> units = registers().units();
        WorkCalendar calendar = registers().calendars().current();
        Map<LocalDate, LocalDate> handOut = new HashMap<>();
        return registers().decisions().register(year(), registers().user().scope()).stream()
                .map(each -> new Line(
                        each,
                        String.valueOf(units.get(each.lead())),
                        handOut.computeIfAbsent(
                                each.meetingDate(),
                                held -> registers().meetings().handOutBy(year(), held, calendar))))
                .sorted(Comparator.comparing((Line each) -> each.decision().isLate(today)
                                ? 0
                                : each.decision().isOpen() ? 1 : 2)
                        .thenComparing(each -> each.decision().due())
                        .thenComparing(each -> each.decision().id().value()))
                .toList();
    }

    private List<Line> filtered(List<Line> all, LocalDate today) {
        String status = given(STATUS).orElse("");
        return all.stream()
                .filter(each -> switch (status) {
                    case "" -> each.decision().status() != DecisionStatus.CLOSED;
                    case "all" -> true;
                    case "late" -> each.decision().isLate(today);
                    default -> each.decision().status().name().equals(status);
                })
                .filter(each -> given(LEAD).map(each.lead()::equals).orElse(true))
                .filter(each -> given(MEETING)
                        .map(day -> each.decision().meetingDate().toString().equals(day))
                        .orElse(true))
                .filter(each -> matches(
                        given(TEXT).orElse(""),
                        each.decision().matter(),
                        each.lead(),
                        each.decision().assisting()))
                .toList();
    }

    private Component[] filterBar(List<Line> all, LocalDate today) {
        String status = given(STATUS).orElse("");
        List<Component> bar = new ArrayList<>();
        bar.add(new Chip("未销号", status.isEmpty(), () -> go(STATUS, null)));
        bar.add(new Chip(
                "已过时限 "
                        + all.stream()
                                .filter(each -> each.decision().isLate(today))
                                .count(),
                status.equals("late"),
                () -> go(STATUS, "late")));
        for (DecisionStatus each : DecisionStatus.values()) {
            long count = all.stream()
                    .filter(line -> line.decision().status() == each)
                    .count();
            if (count > 0) {
                bar.add(new Chip(
                        each.label() + " " + count, status.equals(each.name()), () -> go(STATUS, each.name())));
            }
        }
        bar.add(new Chip("全部", status.equals("all"), () -> go(STATUS, "all")));
        bar.add(choice(LEAD, "全部牵头单位", distinct(all, Line::lead)));
        bar.add(choice(
                MEETING,
                "全部会议",
                all.stream()
                        .map(each -> each.decision().meetingDate().toString())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList()));
        bar.add(search("搜索事项、单位"));
        return bar.toArray(Component[]::new);
    }

    private Grid<Line> grid(List<Line> shown, LocalDate today) {
        Grid<Line> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(line -> line.decision().matter())
                .setHeader("事项")
                .setWidth("300px")
                .setFrozen(true);
        grid.addComponentColumn(line -> state(line, today))
                .setHeader("状态")
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addColumn(Line::lead).setHeader("牵头").setSortable(true).setWidth("130px");
        grid.addColumn(line -> line.decision().assisting() == null
                        ? Figures.NONE
                        : line.decision().assisting())
                .setHeader("配合")
                .setWidth("150px");
        grid.addColumn(line -> Figures.day(line.decision().due(), year()))
                .setHeader("完成时限")
                .setComparator(line -> line.decision().due())
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(line -> Figures.day(line.decision().meetingDate(), year()))
                .setHeader("会议")
                .setComparator(line -> line.decision().meetingDate())
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(line -> Figures.day(line.decision().days().handedOn(), year()))
                .setHeader("交办")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(line -> Figures.day(line.decision().days().closedOn(), year()))
                .setHeader("销号")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setItems(shown);
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(line -> selected.isFromClient())
                .ifPresent(line -> go(OPEN, String.valueOf(line.decision().id().value()))));
        grid.getElement().setAttribute("aria-label", "议定事项");
        return grid;
    }

    private static Component state(Line line, LocalDate today) {
        Div state = new Div(new Span(line.decision().status().label()), new Span(" "));
        if (line.decision().isLate(today)) {
            state.add(mark("已过时限", true));
        }
        if (line.isHandedOutLate(today)) {
            state.add(mark("交办超3日", true));
        }
        return state;
    }

    private Component[] card(Line line, LocalDate today) {
        Decision decision = line.decision();
        Paragraph matter = new Paragraph(decision.matter());
        matter.addClassName("guatu-sentence");
        Facts facts = new Facts()
                .with("状态", decision.status().label() + (decision.isLate(today) ? ",已过时限" : ""))
                .with("牵头", line.lead())
                .with("配合", decision.assisting())
                .with("会议", Figures.day(decision.meetingDate(), year()))
                .with("完成时限", Figures.day(decision.due(), year()))
                .with(
                        "交办",
                        Figures.day(decision.days().handedOn(), year()) + "(应不晚于 "
                                + Figures.day(line.handOutBy(), year()) + (line.isHandedOutLate(today) ? ",已超" : "")
                                + ")")
                .with("签收", Figures.day(decision.days().signedOn(), year()))
                .with(
                        "办结 / 销号",
                        Figures.day(decision.days().doneOn(), year()) + " / "
                                + Figures.day(decision.days().closedOn(), year()))
                .with("进展", decision.progress());
        Facts.Timeline timeline = new Facts.Timeline();
        Map<String, String> actors = registers().actors();
        registers()
                .decisions()
                .steps(decision.id())
                .forEach(step -> timeline.put(
                        step.at(),
                        actors.getOrDefault(step.actor(), step.actor()),
                        step.move().label(),
                        step.note()));
        return new Component[] {
            matter,
            facts,
            new MoveForm<>(
                    registers().decisions().moves(decision),
                    DecisionMove::label,
                    (move, note) -> done(
                            () -> registers()
                                    .decisions()
                                    .move(
                                            decision.id(),
                                            decision.version(),
                                            move,
                                            note,
                                            registers().recording(year())),
                            "已" + move.label() + "。")),
            new H3("经过"),
            timeline.getChildren().findAny().isPresent() ? timeline : new Paragraph("还没有在系统里办理。")
        };
    }
}
