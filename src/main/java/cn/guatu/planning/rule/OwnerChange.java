package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.PersonId;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person answers for and can give away: phases, and open nodes that name him; what is finished stays his.
 *
 * @param phases that he answers for
 * @param nodes open ones that name him
 */
public record OwnerChange(List<Phase> phases, List<Node> nodes) {

    /** What a person answers for; somebody without a record is known by his name. */
    public static OwnerChange of(Breakdown plan, String name, @Nullable PersonId id) {
        return new OwnerChange(
                plan.phases().stream()
                        .filter(each -> isHis(each.owner(), each.ownerId(), name, id))
                        .toList(),
                plan.nodes().stream()
                        .filter(each -> each.actual() == null && isHis(each.owner(), each.ownerId(), name, id))
                        .toList());
    }

    private static boolean isHis(
            @Nullable String owner, @Nullable PersonId ownerId, String name, @Nullable PersonId id) {
        return id == null
                ? owner != null && ownerId == null && NameKey.of(owner).equals(NameKey.of(name))
                : id.equals(ownerId);
    }

    /** How many phases and nodes there are. */
    public int count() {
        return phases.size() + nodes.size();
    }

    /** Whether there is nothing to give. */
    public boolean isEmpty() {
        return phases.isEmpty() && nodes.isEmpty();
    }
}
