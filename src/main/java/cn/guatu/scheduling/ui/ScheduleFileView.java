package cn.guatu.scheduling.ui;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.QuestionDialog;
import cn.guatu.project.Phase;
import cn.guatu.scheduling.FileMapping;
import cn.guatu.scheduling.FileTask;
import cn.guatu.scheduling.ScheduleFiles;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A project's nodes from a file of MS Project or Primavera: upload, choose, map, look, apply. */
@Route("schedule-file/:code")
@PageTitle("导入排期")
@PermitAll
@CssImport("./desk/schedule.css")
class ScheduleFileView extends PageFrame implements AfterNavigationObserver {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String FINISH = "完成时间";
    private static final String BASELINE = "基线完成时间";

    private final transient Rooms rooms;
    private final transient ScheduleFiles files;
    private final Select<Phase> phase = new Select<>();
    private final Select<String> date = new Select<>();
    private final Checkbox durations = new Checkbox("导入工期", true);
    private final Checkbox owners = new Checkbox("资源作为责任人", true);
    private final Div result = new Div();
    private final transient Map<String, PersonId> people = new HashMap<>();
    private final transient Set<Integer> chosen = new HashSet<>();
    private transient List<FileTask> tasks = List.of();
    private String fileName = "";

    ScheduleFileView(Rooms rooms, ScheduleFiles files) {
        super("导入排期");
        this.rooms = rooms;
        this.files = files;
        phase.setLabel("导入到分期");
        phase.setItemLabelGenerator(Phase::name);
        date.setLabel("计划完成取自");
        date.setItems(FINISH, BASELINE);
        date.setValue(FINISH);
        phase.addValueChangeListener(change -> show());
        date.addValueChangeListener(change -> show());
        owners.addValueChangeListener(change -> show());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState address = PageState.of(event.getLocation());
        String code = Links.decoded(event.getRouteParameters().get("code").orElse(""));
        int year = rooms.year(address);
        List<Phase> phases = rooms.phases(year).stream()
                .filter(each -> each.projectCode().equals(code))
                .filter(rooms.schedules()::mayReschedule)
                .toList();
        if (phases.isEmpty()) {
            body(new EmptyState("没有这个项目，或者不由您排期。", new Anchor("schedule", "看倒排工期")));
            return;
        }
        scope(phases.getFirst().projectName() + " · MS Project（.mpp、.xml）和 Primavera P6（.xer、.xml），不超过 20 MB");
        phase.setItems(phases);
        phase.setValue(phases.getFirst());
        actions(new Anchor(Links.schedule(code, year).link(), "返回排期"));
        Div choices = new Div(phase, date, durations, owners);
        choices.addClassName("guatu-inputs");
        result.addClassName("guatu-file");
        body(upload(), choices, result);
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
        upload.setI18n(ChineseTexts.upload());
        upload.setAcceptedFileTypes(".mpp", ".xml", ".xer");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.addFileRejectedListener(
                rejected -> Notices.error("不能上传：" + rejected.getErrorMessage() + "排期文件须为 .mpp、.xml 或 .xer，不超过 20 MB。"));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.setWidthFull();
        return upload;
    }

    private void take(String name, byte[] bytes) {
        try {
            tasks = files.read(name, bytes);
            fileName = name;
            chosen.clear();
            tasks.stream()
                    .filter(task -> !task.summary() && task.finish() != null)
                    .forEach(task -> chosen.add(task.uid()));
            people.clear();
            people.putAll(files.people(tasks));
            show();
        } catch (Refusal refused) {
            tasks = List.of();
            result.removeAll();
            Paragraph sentence = new Paragraph(FailureReport.of(refused).sentence());
            sentence.addClassName("guatu-inverted");
            sentence.getElement().setAttribute("role", "alert");
            result.add(sentence);
        }
    }

    private FileMapping mapping(Set<Integer> uids, boolean acceptDates) {
        return new FileMapping(
                uids, BASELINE.equals(date.getValue()), durations.getValue(), owners.getValue(), people, acceptDates);
    }

    private void show() {
        if (tasks.isEmpty() || phase.getValue() == null) {
            return;
        }
        result.removeAll();
        int links = tasks.stream().mapToInt(FileTask::otherLinks).sum();
        result.add(new Paragraph("《" + fileName + "》共 " + tasks.size() + " 个任务，汇总任务默认不导入；完成—开始的先后关系一并导入"
                + (links > 0 ? "，另有 " + links + " 条其他类型的关系不导入" : "") + "。"));
        Set<String> resources = tasks.stream()
                .map(FileTask::resource)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!resources.isEmpty() && owners.getValue()) {
            result.add(new FilePeople(resources, files.choices(), people));
        }
        Set<Integer> every = tasks.stream().map(FileTask::uid).collect(Collectors.toSet());
        Button apply = new Button("导入所选任务", click -> ask());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        Div verbs = new Div(apply);
        verbs.addClassName("guatu-buttons");
        result.add(
                new FileTable(
                        phase.getValue().year(),
                        files.preview(phase.getValue().id(), tasks, mapping(every, false)),
                        chosen),
                verbs);
    }

    private void ask() {
        List<String> doubts = files.doubts(phase.getValue().id(), tasks, mapping(chosen, false));
        if (doubts.isEmpty()) {
            apply(false);
        } else {
            new QuestionDialog(doubts, () -> apply(true)).open();
        }
    }

    private void apply(boolean acceptDates) {
        try {
            int taken = files.apply(phase.getValue().id(), fileName, tasks, mapping(chosen, acceptDates));
            Notices.success("已导入 " + taken + " 个节点，并记为一个排期版本。");
            Links.schedule(phase.getValue().projectCode(), phase.getValue().year())
                    .go();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }
}
