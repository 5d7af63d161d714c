package cn.guatu.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.project.Node;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.project.VersionKind;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.Resource;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.mpxj.writer.AbstractProjectWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** Nodes from files of MS Project and Primavera, written by MPXJ's own writers. */
@GuatuTest
@Import(ScheduleYear.class)
class ScheduleFilesTest {

    @Autowired
    private ScheduleFiles files;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private ScheduleYear year;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    @BeforeEach
    void aYear() {
        database.clear();
        clock.reset();
        ScheduleYear.signIn(Role.ADMIN, AccessScope.everything());
        year.write();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"排期.xml", "排期.xer", "国标排期.xer", "p6排期.xml"})
    void tasksWithDatesDurationsResourcesAndLinksAreRead(String name) throws IOException {
        List<FileTask> tasks = files.read(name, file(writer(name)));

        FileTask approval = task(tasks, "规划审批");
        FileTask grant = task(tasks, "土地出让");
        assertThat(approval.finish()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(approval.durationDays()).isEqualTo(10);
        assertThat(approval.resource()).isEqualTo("林小满");
        assertThat(grant.after()).containsExactly(approval.uid());
        assertThat(grant.summary()).isFalse();
    }

    @Test
    void chosenTasksBecomeNodesOnceAndTheVersionNamesTheFile() throws IOException {
        PhaseId phase = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        year.node(phase, "规划审批", "2026-05-31", 0, null);
        List<FileTask> tasks = files.read("排期.xml", file(new MSPDIWriter()));
        FileMapping mapping = mapping(tasks, false);

        files.apply(phase, "排期.xml", tasks, mapping);
        files.apply(phase, "排期.xml", tasks, mapping);

        List<Node> nodes = projects.nodes(phase);
        assertThat(nodes).extracting(Node::name).containsExactlyInAnyOrder("规划审批", "土地出让");
        Node approval = nodes.stream()
                .filter(node -> node.name().equals("规划审批"))
                .findFirst()
                .orElseThrow();
        assertThat(approval.planned()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(approval.durationDays()).isEqualTo(10);
        assertThat(approval.owner()).isEqualTo("林小满");
        assertThat(nodes.stream()
                        .filter(node -> node.name().equals("土地出让"))
                        .findFirst()
                        .orElseThrow()
                        .predecessors())
                .containsExactly(approval.id());
        assertThat(schedules.versions(phase).getFirst().kind()).isEqualTo(VersionKind.IMPORT);
        assertThat(schedules.versions(phase).getFirst().reason()).contains("排期.xml");
    }

    @Test
    void aResourceThatIsSomebodyByAnotherNameBecomesThatPerson() throws IOException {
        PhaseId phase = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        PersonId officer = year.person("欧阳敏", "ouyang");
        List<FileTask> tasks = files.read("排期.xml", file(new MSPDIWriter()));
        FileMapping all = mapping(tasks, false);

        files.apply(
                phase, "排期.xml", tasks, new FileMapping(all.tasks(), false, true, true, Map.of("林小满", officer), false));

        assertThat(projects.nodes(phase).getFirst().ownerId()).isEqualTo(officer);
        assertThat(projects.nodes(phase).getFirst().owner()).isEqualTo("欧阳敏");
    }

    @Test
    void datesOutsideThePlanYearAreAskedAbout() throws IOException {
        PhaseId phase = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        ProjectFile file = project();
        file.getTasks().getLast().setFinish(LocalDateTime.of(2027, 3, 1, 17, 0));
        List<FileTask> tasks = files.read("排期.xml", written(file, new MSPDIWriter()));

        assertThat(files.doubts(phase, tasks, mapping(tasks, false)))
                .containsExactly("“土地出让”的计划完成 2027-03-01 不在 2026 年度内。");
        assertThatThrownBy(() -> files.apply(phase, "排期.xml", tasks, mapping(tasks, false)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2027-03-01 不在 2026 年度内");
        files.apply(phase, "排期.xml", tasks, mapping(tasks, true));
        assertThat(projects.nodes(phase)).hasSize(2);
    }

    @Test
    void whatCannotBeReadGetsASentence() {
        byte[] noise = new byte[40_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> files.read("坏.mpp", noise))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("《坏.mpp》无法读取");
        assertThatThrownBy(() -> files.read("坏.xml", "<Project><Tasks><Task>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("《坏.xml》");
        assertThatThrownBy(() -> files.read("坏.xer", noise)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> files.read("空.mpp", new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> files.read("表.xlsx", noise))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNSUPPORTED));
        assertThatThrownBy(() -> files.read(
                        "外部.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Project>&e;</Project>"
                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("文档类型声明");
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedBeforeAnybodyParsesIt() {
        assertThatThrownBy(() -> files.read("大.mpp", new byte[50 * 1024 * 1024]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE))
                .hasMessageContaining("50 MB")
                .hasMessageContaining("20 MB");
    }

    private static FileMapping mapping(List<FileTask> tasks, boolean outside) {
        Set<Integer> all = tasks.stream()
                .filter(task -> !task.summary())
                .map(FileTask::uid)
                .collect(Collectors.toSet());
        return new FileMapping(all, false, true, true, Map.of(), outside);
    }

    private static FileTask task(List<FileTask> tasks, String name) {
        return tasks.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AbstractProjectWriter writer(String name) {
        if (name.endsWith(".xer")) {
            PrimaveraXERFileWriter writer = new PrimaveraXERFileWriter();
            writer.setCharset(Charset.forName(name.startsWith("国标") ? "GB18030" : "UTF-8"));
            return writer;
        }
        return name.startsWith("p6") ? new PrimaveraPMFileWriter() : new MSPDIWriter();
    }

    private static byte[] file(AbstractProjectWriter writer) throws IOException {
        return written(project(), writer);
    }

    private static byte[] written(ProjectFile project, AbstractProjectWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(project, out);
        return out.toByteArray();
    }

    private static ProjectFile project() {
        ProjectFile file = new ProjectFile();
        ProjectCalendar calendar = file.addDefaultBaseCalendar();
        file.setDefaultCalendar(calendar);
        file.getProjectProperties().setStartDate(LocalDateTime.of(2026, 6, 1, 8, 0));
        Resource officer = file.addResource();
        officer.setName("林小满");
        Task summary = file.addTask();
        summary.setName("黄阁坑更新单元");
        Task approval = summary.addTask();
        dated(approval, "规划审批", LocalDate.of(2026, 6, 17), LocalDate.of(2026, 6, 30), 10);
        approval.addResourceAssignment(officer);
        Task grant = summary.addTask();
        dated(grant, "土地出让", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 14), 10);
        grant.addPredecessor(new Relation.Builder().predecessorTask(approval));
        summary.setSummary(true);
        return file;
    }

    private static void dated(Task task, String name, LocalDate start, LocalDate finish, int days) {
        task.setName(name);
        task.setStart(start.atTime(8, 0));
        task.setFinish(finish.atTime(17, 0));
        task.setPlannedStart(start.atTime(8, 0));
        task.setPlannedFinish(finish.atTime(17, 0));
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
        task.setPlannedDuration(Duration.getInstance(days, TimeUnit.DAYS));
        task.setRemainingDuration(Duration.getInstance(days, TimeUnit.DAYS));
    }
}
