package cn.guatu.supervision;

import cn.guatu.org.NameKey;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is typed in the meeting, one line: 事项 | 牵头 | 配合 | 时限. What is still missing is said, so that the preview can show it.
 *
 * @param matter 事项; empty when nothing was typed
 * @param lead 牵头; null while it is missing or no unit fits
 * @param assisting 配合 as typed; empty: nobody
 * @param due 时限; null while it is missing or cannot be read
 * @param missing what is to be put right, in words; empty: it can be taken down
 */
public record CaptureLine(
        String matter,
        @Nullable Unit lead,
        String assisting,
        @Nullable LocalDate due,
        List<String> missing) {

    private static final Pattern FULL = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[月./-](\\d{1,2})[日号]?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})个?(工作日|天|日|周|月)内?");

    /**
     * Reads a line.
     *
     * @param units who may lead; a part of the name is enough when it fits one only
     * @param meeting the day of the meeting, from which spans count
     */
    public static CaptureLine read(String line, List<Unit> units, LocalDate meeting, WorkCalendar calendar) {
        String[] parts = line.split("[|｜\\t]", -1);
        String matter = part(parts, 0);
        List<String> missing = new ArrayList<>();
        if (matter.isEmpty()) {
            missing.add("写明事项");
        }
        String leadWord = part(parts, 1);
        Unit lead = lead(leadWord, units).orElse(null);
        if (lead == null) {
            missing.add(leadWord.isEmpty() ? "写明牵头单位" : "没有唯一的科室或专班叫“" + leadWord + "”");
        }
        String dueWord = part(parts, 3);
        LocalDate due = due(dueWord, meeting, calendar).orElse(null);
        if (due == null) {
            missing.add(dueWord.isEmpty() ? "写明时限" : "时限“" + dueWord + "”无法识别,可写 11月30日、月底、5个工作日");
        } else if (due.isBefore(meeting)) {
            missing.add("时限早于会议日期");
        }
        return new CaptureLine(matter, lead, part(parts, 2), due, List.copyOf(missing));
    }

    private static Optional<Unit> lead(String word, List<Unit> units) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String key = NameKey.of(word);
        List<Unit> leading = units.stream()
                .filter(unit -> unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.TASK_FORCE)
                .toList();
        Optional<Unit> exact =
                leading.stream().filter(unit -> unit.key().equals(key)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<Unit> like =
                leading.stream().filter(unit -> unit.key().contains(key)).toList();
        return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
    }

    private static Optional<LocalDate> due(String word, LocalDate meeting, WorkCalendar calendar) {
        try {
            Matcher full = FULL.matcher(word);
            if (full.matches()) {
                return Optional.of(LocalDate.of(number(full, 1), number(full, 2), number(full, 3)));
            }
            Matcher shortly = SHORT.matcher(word);
            if (shortly.matches()) {
                LocalDate day = LocalDate.of(meeting.getYear(), number(shortly, 1), number(shortly, 2));
                // a date far back in the year means the next one: in December people say 1月15日
                return Optional.of(day.isBefore(meeting.minusMonths(6)) ? day.plusYears(1) : day);
            }
            Matcher span = SPAN.matcher(word);
            if (span.matches()) {
                int count = number(span, 1);
                return Optional.of(
                        switch (span.group(2)) {
                            case "工作日" -> calendar.plusWorkingDays(meeting, count);
                            case "周" -> meeting.plusWeeks(count);
                            case "月" -> meeting.plusMonths(count);
                            default -> meeting.plusDays(count);
                        });
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return switch (word) {
            case "月底", "本月底", "月末" -> Optional.of(meeting.with(TemporalAdjusters.lastDayOfMonth()));
            case "下月底" -> Optional.of(meeting.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()));
            case "年底", "年末" -> Optional.of(LocalDate.of(meeting.getYear(), 12, 31));
            default -> Optional.empty();
        };
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }
}
