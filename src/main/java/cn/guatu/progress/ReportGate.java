package cn.guatu.progress;

import cn.guatu.org.Deputies;
import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.progress.ReportQueries.Item;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may report on an item: who answers for it or stands in for him, the liaison of a street of the phase, and the head of the lead department; the officers of
 * that department too when who answers has no record here. A program without an owner reports on anything.
 */
@Component
class ReportGate {

    private final ReportQueries queries;
    private final Deputies deputies;
    private final CurrentUser user;

    ReportGate(ReportQueries queries, Deputies deputies, CurrentUser user) {
        this.queries = queries;
        this.deputies = deputies;
        this.user = user;
    }

    /** The item, for whoever sees it. */
    Item visible(ReportKey item) {
        return queries.item(item, user.scope(), user.account())
                .orElseThrow(() -> Refusal.notFound("没有这个分期或节点，或不在您的查看范围内。"));
    }

    /** The item, for somebody who may report on it. */
    Item toReport(ReportKey item) {
        Item found = visible(item);
        if (!mayReport(found)) {
            throw Refusal.forbidden("“%s”不由您填报，请联系其责任人或牵头科室负责人。".formatted(found.title()));
        }
        return found;
    }

    /** The item, for somebody who may approve and return its report. */
    Item toReview(ReportKey item) {
        Item found = visible(item);
        if (!user.mayRecognise(found.lead())) {
            throw Refusal.forbidden("“%s”由牵头科室负责人审核。".formatted(found.title()));
        }
        return found;
    }

    private boolean mayReport(Item item) {
        if (!user.has(Permission.REPORT)) {
            return false;
        }
        AccessScope scope = user.scope();
        if (scope.isEverything() || user.mayRecognise(item.lead())) {
            return true;
        }
        if (item.owner() == null && scope.departments().contains(item.lead())) {
            return true;
        }
        Optional<PersonId> self = user.caller().map(Caller::accountId).flatMap(queries::personOf);
        return self.filter(person -> person.equals(item.owner())
                                || (item.owner() != null
                                        && deputies.standsInFor(person).contains(item.owner())))
                        .isPresent()
                || queries.inAnyStreet(item.phase(), scope.streets());
    }
}
