package cn.guatu.planning.rule;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the desk's tree. A phase stands under every target that its nodes name, a node once.
 *
 * @param key identifies the row on the page: {@code t1}, {@code p2@t1} (or {@code p2@}), {@code n3}
 * @param parent the key of the row above; null at the top
 * @param kind what the row is about
 * @param target of a target's row, or the one that a phase or node stands under; null without one
 * @param phase of a phase or node row
 * @param node of a node row
 * @param level depth in the tree, 0 at the top
 * @param unit the unit of its quantity; empty without a target
 * @param version of the record
 * @param cells what the columns say; a column that is absent says nothing and cannot be edited
 * @param quiet what is shown in place of an empty cell because it is inherited, e.g. the owner of the phase
 */
public record DeskRow(
        String key,
        @Nullable String parent,
        Kind kind,
        @Nullable TargetId target,
        @Nullable PhaseId phase,
        @Nullable NodeId node,
        int level,
        String unit,
        int version,
        Map<DeskColumn, String> cells,
        Map<DeskColumn, String> quiet) {

    /** What a row is about. */
    public enum Kind {
        TARGET,
        PHASE,
        NODE,
        /** the head over phases whose nodes name no target */
        LOOSE
    }

    /** The key of the head over phases without a target. */
    public static final String LOOSE_KEY = "loose";

    /** The maps are copied. */
    public DeskRow {
        cells = Map.copyOf(cells);
        quiet = Map.copyOf(quiet);
    }

    /** What a column says; empty when it says nothing. */
    public String cell(DeskColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The key of a target's row. */
    public static String key(TargetId target) {
        return "t" + target.value();
    }

    /** The key of a phase's row under a target, or under none. */
    public static String key(PhaseId phase, @Nullable TargetId under) {
        return "p" + phase.value() + "@" + (under == null ? "" : key(under));
    }

    /** The key of a node's row. */
    public static String key(NodeId node) {
        return "n" + node.value();
    }

    /** A row among rows. */
    public static Optional<DeskRow> find(Iterable<DeskRow> rows, String key) {
        for (DeskRow row : rows) {
            if (row.key().equals(key)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
