package cn.guatu.progress.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.EvidenceService;
import cn.guatu.progress.MyWeek;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportReview;
import cn.guatu.progress.ReportService;
import cn.guatu.security.CurrentUser;
import java.util.HashMap;
import java.util.Map;
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
