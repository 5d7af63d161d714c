package cn.guatu.progress.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.Claim;
import cn.guatu.progress.EvidenceService;
import cn.guatu.progress.MyWeek;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportReview;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.ReportStep;
import cn.guatu.progress.StepAction;
import cn.guatu.security.CurrentUser;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screens of the week are made with. */
@Component
record Week(
        MyWeek mine,
        ReportService reports,
        ReportReview review,
        EvidenceService evidence,
        ReportDeadlines deadlines,
        OrgService org,
        CurrentUser user,
        BusinessClock clock) {

    /** What the report said at a version, as its history tells; null when there was none. */
    @Nullable
    Claim begunOn(ReportKey item, int version) {
        return reports.timeline(item).stream()
                .filter(step -> step.item().week().equals(item.week()) && step.version() == version)
                .filter(step -> step.action() == StepAction.SUBMITTED)
                .map(ReportStep::claim)
                .findFirst()
                .orElse(null);
    }

    /** The names of people by their account. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Person person : org.people()) {
            if (person.account() != null) {
                names.put(person.account(), person.name());
            }
        }
        return names;
    }
}
