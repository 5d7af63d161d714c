package cn.guatu.scheduling;

import cn.guatu.platform.failure.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.AbstractProjectReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the tasks of a file of MS Project (.mpp, .xml) or Primavera (.xer, .xml). What cannot be read gets a sentence. */
final class ScheduleFileReader {

    /** The largest file that is looked at, in bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleFileReader.class);
    private static final int MOST_TASKS = 5_000;
    private static final int HEAD = 4_096;

    private ScheduleFileReader() {}

    static List<FileTask> read(String fileName, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusal.tooLarge(
                    "《" + fileName + "》有 " + bytes.length / 1024 / 1024 + " MB，超过 20 MB 上限；请在原软件中只保留本项目后另存，再导入。");
        }
        ProjectFile file = parsed(fileName, bytes);
        List<Task> tasks = file.getTasks().stream()
                .filter(task -> task.getName() != null && !task.getName().isBlank() && !task.getNull())
                .filter(task -> !Objects.equals(task.getUniqueID(), 0))
                .toList();
        if (tasks.isEmpty()) {
            throw Refusal.invalid("《" + fileName + "》里没有任务，请确认保存的是含任务的排期。");
        }
        if (tasks.size() > MOST_TASKS) {
            throw Refusal.tooLarge("《" + fileName + "》有 " + tasks.size() + " 个任务，超过 " + MOST_TASKS + " 个上限；请筛选后另存再导入。");
        }
        return named(tasks).entrySet().stream()
                .map(each -> task(file, each.getKey(), each.getValue()))
                .toList();
    }

    private static ProjectFile parsed(String fileName, byte[] bytes) {
        AbstractProjectReader reader = reader(fileName, bytes);
        try {
            ProjectFile file = reader.read(new ByteArrayInputStream(bytes));
            if (file != null) {
                return file;
            }
        } catch (MPXJException | RuntimeException broken) {
            LOG.info("A schedule file cannot be read: {}", fileName, broken);
        } catch (StackOverflowError | OutOfMemoryError hostile) {
            LOG.warn("A schedule file is too deep to be read: {}", fileName);
        }
        throw Refusal.invalid("《" + fileName
                + "》无法读取：文件可能已损坏、加了密码，或不是 MS Project / Primavera P6 的排期；请在原软件中打开后另存为 .mpp、.xml 或 .xer 再导入。");
    }

    private static AbstractProjectReader reader(String fileName, byte[] bytes) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".mpp")) {
            return new MPPReader();
        }
        if (name.endsWith(".xer")) {
            PrimaveraXERFileReader reader = new PrimaveraXERFileReader();
            reader.setCharset(charset(bytes));
            return reader;
        }
        if (name.endsWith(".xml")) {
            String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
            if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
                throw Refusal.invalid("《" + fileName + "》含有文档类型声明，出于安全不予读取；请在原软件中重新另存为 XML。");
            }
            return head.contains("APIBusinessObjects") ? new PrimaveraPMFileReader() : new MSPDIReader();
        }
        throw Refusal.unsupported("只能导入 .mpp、.xml（MS Project 或 P6）和 .xer 文件，《" + fileName + "》不是。");
    }

    /** Chinese installations of Primavera write GB 18030 unless they are told otherwise. */
    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("GB18030");
        }
    }

    /** Each task with a name of its own: two of the same name carry the one above them. */
    private static Map<Task, String> named(List<Task> tasks) {
        Map<String, Long> times = tasks.stream()
                .collect(Collectors.groupingBy(task -> task.getName().strip(), Collectors.counting()));
        Map<Task, String> named = new LinkedHashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Task task : tasks) {
            String name = task.getName().strip();
            Task above = task.getParentTask();
            if (times.getOrDefault(name, 1L) > 1 && above != null && above.getName() != null) {
                name = above.getName().strip() + "·" + name;
            }
            int count = used.merge(name, 1, Integer::sum);
            named.put(task, count == 1 ? name : name + "（" + count + "）");
        }
        return named;
    }

    private static FileTask task(ProjectFile file, Task task, String name) {
        Set<Integer> after = new HashSet<>();
        int others = 0;
        for (Relation relation : task.getPredecessors()) {
            if (relation.getType() == RelationType.FINISH_START && relation.getPredecessorTask() != null) {
                after.add(relation.getPredecessorTask().getUniqueID());
            } else {
                others++;
            }
        }
        return new FileTask(
                task.getUniqueID(),
                name,
                Objects.requireNonNullElse(task.getOutlineLevel(), 0),
                task.getSummary(),
                day(task.getFinish()),
                day(task.getBaselineFinish()),
                day(task.getActualFinish()),
                days(file, task.getDuration()),
                resources(task),
                after,
                others);
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalDate();
    }

    private static @Nullable Integer days(ProjectFile file, @Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        double days = duration.convertUnits(TimeUnit.DAYS, file.getProjectProperties())
                .getDuration();
        return days < 0 || days > 100_000 ? null : (int) Math.ceil(days - 1e-6);
    }

    private static @Nullable String resources(Task task) {
        List<String> names = new ArrayList<>();
        task.getResourceAssignments().stream()
                .map(assignment -> assignment.getResource())
                .filter(Objects::nonNull)
                .map(resource -> resource.getName())
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names.isEmpty() ? null : names.getFirst().strip();
    }
}
