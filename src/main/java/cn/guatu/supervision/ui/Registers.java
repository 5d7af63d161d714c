package cn.guatu.supervision.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.ProjectService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.AgendaService;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.MeetingService;
import cn.guatu.supervision.OrderDrafts;
import cn.guatu.supervision.OrderService;
import cn.guatu.target.TargetService;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The services that the pages of the registers ask, and the few questions that all of them have. It keeps nothing. */
@Component
record Registers(
        DecisionService decisions,
        BlockerService blockers,
        MeetingService meetings,
        AgendaService agendas,
        OrderService orders,
        OrderDrafts drafts,
        ProjectService projects,
        TargetService targets,
        OrgService org,
        PlanYearService planYears,
        WorkCalendars calendars,
        CurrentUser user,
        BusinessClock clock) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

    /** Plan years, latest first. */
    List<Integer> years() {
        return planYears.years().stream()
                .map(PlanYear::year)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    Recording recording(int year) {
        return new Recording(clock.now(), user.account(), year, null);
    }

    Map<UnitId, String> units() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    Map<PersonId, String> people() {
        return org.people().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Names of the people behind accounts; an account without a person is shown as it is. */
    Map<String, String> actors() {
        return org.people().stream()
                .filter(person -> person.account() != null)
                .collect(Collectors.toMap(person -> String.valueOf(person.account()), Person::name, (a, b) -> a));
    }

    /** Whether the caller supervises: hands out, verifies, runs the meeting. */
    boolean oversees() {
        return user.has(Permission.OPERATE) || user.has(Permission.APPROVE);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
