package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Phase;
import cn.guatu.project.ScheduleVersion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** The versions of a project's schedule with their reasons, the latest first; the plan as it is can become the baseline. */
final class VersionsPanel extends Div {

    private final transient SchedulePage page;
    private final transient List<Phase> phases;

    VersionsPanel(SchedulePage page, List<Phase> phases) {
        this.page = page;
        this.phases = phases;
        for (Phase phase : phases) {
            List<ScheduleVersion> versions = page.rooms().schedules().versions(phase.id());
            add(new H3(phase.name()));
            if (versions.isEmpty()) {
                add(new Paragraph("还没有排期版本：首次调整时自动把当时的计划留作基线。"));
            }
            for (ScheduleVersion version : versions) {
                add(new Paragraph("第 " + version.number() + " 版 · "
                        + version.kind().label() + " · "
                        + version.at().atZone(page.rooms().clock().zone()).toLocalDate() + " · " + version.actor() + "："
                        + version.reason()));
                add(list(
                        version.moves().stream()
                                .map(move -> move.name() + "："
                                        + (move.was() == null ? move.becomes() : move.was() + " → " + move.becomes()))
                                .toList(),
                        "没有移动节点。"));
            }
            if (page.rooms().schedules().mayReschedule(phase)) {
                add(baseline(phase));
            }
        }
    }

    private Component baseline(Phase phase) {
        TextField reason = new TextField("批准依据");
        reason.setPlaceholder("例如：专班会议纪要〔2026〕3号");
        Button approve = new Button("将现计划设为基线", click -> {
            try {
                page.rooms().schedules().approveBaseline(phase.id(), reason.getValue());
                Notices.success("已设为基线。");
                page.reload();
                page.openPanel("排期版本", new VersionsPanel(page, phases));
            } catch (Refusal refused) {
                Notices.error(FailureReport.of(refused).sentence());
            }
        });
        Div row = new Div(reason, approve);
        row.addClassName("guatu-inputs");
        return row;
    }

    /** Sentences as a list, or the one that says that there are none. */
    static Component list(List<String> sentences, String none) {
        if (sentences.isEmpty()) {
            return new Paragraph(none);
        }
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }
}
