package cn.guatu.planning.rule;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What ids of one editor's steps stand for now: records that a step makes have a handle until they exist, and a record that was removed
 * and brought back has another id than the older steps know.
 */
public final class Handles {

    /** No record gets this far, so that a handle is never taken for one. */
    private static final long FIRST = 1L << 60;

    private final AtomicLong next = new AtomicLong(FIRST);
    private final Map<Object, Object> now = new HashMap<>();

    /** A handle for a target to come. */
    public TargetId newTarget() {
        return new TargetId(next.incrementAndGet());
    }

    /** A handle for a phase to come. */
    public PhaseId newPhase() {
        return new PhaseId(next.incrementAndGet());
    }

    /** A handle for a node to come. */
    public NodeId newNode() {
        return new NodeId(next.incrementAndGet());
    }

    /** The target that this id stands for. */
    public TargetId now(TargetId id) {
        return latest(id, TargetId.class);
    }

    /** The phase that this id stands for. */
    public PhaseId now(PhaseId id) {
        return latest(id, PhaseId.class);
    }

    /** The node that this id stands for. */
    public NodeId now(NodeId id) {
        return latest(id, NodeId.class);
    }

    /** The nodes that these ids stand for. */
    public Set<NodeId> now(Set<NodeId> ids) {
        return ids.stream().map(this::now).collect(Collectors.toSet());
    }

    /** Says what a handle, or a former id, stands for from now on. */
    public void stands(@Nullable Object handle, Object real) {
        if (handle != null && !handle.equals(real)) {
            now.put(handle, real);
        }
    }

    /** A copy that a transaction may change and throw away. */
    public Handles copy() {
        Handles copy = new Handles();
        copy.next.set(next.get());
        copy.now.putAll(now);
        return copy;
    }

    /** Takes over what a copy has learned once its transaction is committed. */
    public void takeOver(Handles other) {
        next.set(Math.max(next.get(), other.next.get()));
        now.putAll(other.now);
    }

    private <T> T latest(T id, Class<T> type) {
        Object at = id;
        for (Object further = now.get(at); further != null; further = now.get(at)) {
            at = further;
        }
        return type.cast(at);
    }
}
