package cn.guatu.workbook.rule;

import cn.guatu.target.VersionStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether the value in a target row is a new version (semantics §5), and which version the export writes. */
public final class Versions {
    private Versions() {}

    /**
     * @param toAdd the version to record; null when the row says what is known
     * @param before the version that the row is compared with; null when there is none
     * @param inForce whether {@code toAdd} is in force from its date on; false when a firmer one of the same date stands
     */
    record Verdict(Line.@Nullable Value toAdd, Line.@Nullable Value before, boolean inForce) {}

    /**
     * A row speaks of its own effective date. What it says is known when the latest version of that date and status says the same;
     * so importing an old workbook twice records nothing, and going back to an earlier figure records a version. A row that says
     * 正式 where a 调整 of that date stands speaks of the 调整, because the workbook has no word for it. An emptied cell clears the
     * value that is in force on the date.
     *
     * @param history in the order of recording
     */
    static Verdict of(Line.Value row, List<Line.Value> history) {
        Line.Value standing = inForce(history, row.effective()).orElse(null);
        Line.Value wanted = row;
        if (standing != null
                && standing.effective().equals(row.effective())
                && standing.status().compareTo(row.status()) > 0) {
            boolean sameWord = row.status() == VersionStatus.CONFIRMED && standing.status() == VersionStatus.ADJUSTED;
            if (sameWord || row.value() == null) {
                wanted = new Line.Value(standing.status(), row.value(), row.approx(), row.docNo(), row.effective());
            }
        }
        Line.Value latest = latest(history, wanted);
        if (wanted.equals(latest)) {
            return new Verdict(null, wanted, true);
        }
        boolean inForce = standing == null
                || standing.effective().isBefore(wanted.effective())
                || standing.status().compareTo(wanted.status()) <= 0;
        return new Verdict(wanted, standing, inForce);
    }

    /** The version in force on the day; empty when none is. */
    static Optional<Line.Value> inForce(List<Line.Value> history, LocalDate day) {
        Line.Value best = null;
        for (Line.Value each : history) {
            if (!each.effective().isAfter(day) && (best == null || ORDER.compare(each, best) >= 0)) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the export writes: the version in force on the day, or the first one to come. */
    public static Line.@Nullable Value shown(List<Line.Value> history, LocalDate day) {
        return inForce(history, day)
                .or(() -> history.stream()
                        .min(Comparator.comparing(Line.Value::effective))
                        .flatMap(first -> inForce(history, first.effective())))
                .orElse(null);
    }

    private static final Comparator<Line.Value> ORDER =
            Comparator.comparing(Line.Value::effective).thenComparing(Line.Value::status);

    private static Line.@Nullable Value latest(List<Line.Value> history, Line.Value like) {
        Line.Value latest = null;
        for (Line.Value each : history) {
            if (each.effective().equals(like.effective()) && each.status() == like.status()) {
                latest = each;
            }
        }
        return latest;
    }
}
