package cn.guatu.planning.rule;

import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.Share;
import cn.guatu.target.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What records say, apart from their identity and the count of their changes. */
public final class Contents {

    private Contents() {}

    /** Whether two states of a target say the same. */
    public static boolean same(Target one, Target other) {
        return same(
                        values(
                                one.code(),
                                one.name(),
                                one.unit(),
                                one.kind(),
                                one.direction(),
                                one.baseValue(),
                                one.pace(),
                                one.lead()),
                        values(
                                other.code(),
                                other.name(),
                                other.unit(),
                                other.kind(),
                                other.direction(),
                                other.baseValue(),
                                other.pace(),
                                other.lead()))
                && same(
                        values(
                                one.leader(),
                                one.source(),
                                one.definition(),
                                one.weight(),
                                one.ofWhich(),
                                one.sortOrder()),
                        values(
                                other.leader(),
                                other.source(),
                                other.definition(),
                                other.weight(),
                                other.ofWhich(),
                                other.sortOrder()));
    }

    /** Whether two states of a phase say the same. */
    public static boolean same(Phase one, Phase other) {
        return same(
                        values(
                                one.projectCode(),
                                one.name(),
                                one.projectName(),
                                one.category(),
                                one.nature(),
                                one.lead(),
                                one.leader()),
                        values(
                                other.projectCode(),
                                other.name(),
                                other.projectName(),
                                other.category(),
                                other.nature(),
                                other.lead(),
                                other.leader()))
                && same(
                        values(
                                one.owner(),
                                one.ownerId(),
                                one.implementer(),
                                one.remark(),
                                one.startsOn(),
                                one.assisting(),
                                one.sortOrder()),
                        values(
                                other.owner(),
                                other.ownerId(),
                                other.implementer(),
                                other.remark(),
                                other.startsOn(),
                                other.assisting(),
                                other.sortOrder()))
                && same(shares(one), shares(other));
    }

    /** Whether two states of a node say the same; where it hangs and what it waits for is compared by who knows the ids. */
    public static boolean same(Node one, Node other) {
        return same(
                        values(
                                one.name(),
                                one.planned(),
                                one.forecast(),
                                one.actual(),
                                one.owner(),
                                one.ownerId(),
                                one.weight()),
                        values(
                                other.name(),
                                other.planned(),
                                other.forecast(),
                                other.actual(),
                                other.owner(),
                                other.ownerId(),
                                other.weight()))
                && same(
                        values(one.durationDays(), one.quantity(), one.approx(), one.basis(), one.sortOrder()),
                        values(
                                other.durationDays(),
                                other.quantity(),
                                other.approx(),
                                other.basis(),
                                other.sortOrder()));
    }

    private static List<@Nullable Object> shares(Phase phase) {
        List<@Nullable Object> shares = new ArrayList<>();
        for (Share share : phase.shares()) {
            shares.add(share.street());
            shares.add(share.share());
        }
        return shares;
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    /** Numbers are compared by what they are worth, not by how many zeros they carry. */
    private static boolean same(List<@Nullable Object> one, List<@Nullable Object> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) instanceof BigDecimal a && other.get(i) instanceof BigDecimal b) {
                if (a.compareTo(b) != 0) {
                    return false;
                }
            } else if (!Objects.equals(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
