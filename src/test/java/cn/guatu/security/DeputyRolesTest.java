package cn.guatu.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.Deputies;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 代理: what a deputy may do on the days of the absence, and that his session ends when they begin and when they are over. */
@GuatuTest
class DeputyRolesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 3);

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private OrgService org;

    @Autowired
    private AccountService accounts;

    @Autowired
    private AccountQueries queries;

    @Autowired
    private Deputies deputies;

    private AccountId officer;

    @BeforeEach
    void aHeadWhoWillBeAway() {
        cleaner.clear();
        clock.set(FIRST.minusDays(1));
        UnitId unit = org.saveUnits(List.of(new UnitData(null, "用地管理科", UnitKind.DEPARTMENT, null, 1)), how())
                .getFirst();
        PersonId head = person("王科", "wangke", unit, Position.DEPARTMENT_HEAD);
        PersonId stand = person("李明", "liming", unit, Position.OFFICER);
        accounts.create("wangke", head, Set.of(Role.DEPARTMENT_HEAD));
        officer = accounts.create("liming", stand, Set.of(Role.OFFICER));
        asAdministrator(() -> deputies.name(head, stand, FIRST, FIRST.plusDays(1), "外出培训"));
    }

    @Test
    void aDeputyReviewsOnHisDaysOnly() {
        assertThat(mayReview()).isFalse();
        clock.set(FIRST);
        assertThat(mayReview()).isTrue();
        clock.set(FIRST.plusDays(1));
        assertThat(mayReview()).isTrue();
        clock.set(FIRST.plusDays(2));
        assertThat(mayReview()).isFalse();
    }

    @Test
    void hisSessionEndsWhenTheDaysBeginAndWhenTheyAreOver() {
        String before = stamp();
        clock.set(FIRST);
        String within = stamp();
        assertThat(within).isNotEqualTo(before);
        clock.set(FIRST.plusDays(2));
        assertThat(stamp()).isNotEqualTo(within);
    }

    @Test
    void anAbsenceThatIsEndedEarlyIsOverAtOnce() {
        clock.set(FIRST);
        asAdministrator(() -> deputies.end(deputies.current().getFirst()));
        assertThat(mayReview()).isFalse();
    }

    private static void asAdministrator(Runnable work) {
        SignedIn.everywhere(Role.ADMIN, "boss").does(Executors.callable(work));
    }

    private boolean mayReview() {
        return queries.caller(officer).orElseThrow().permissions().contains(Permission.RECOGNISE);
    }

    private String stamp() {
        return queries.stamps(Set.of(officer.value())).get(officer.value());
    }

    private PersonId person(String name, String account, UnitId unit, Position position) {
        return org.savePeople(List.of(new PersonData(null, name, account, unit, position, null, null, true)), how())
                .getFirst();
    }

    private Recording how() {
        return new Recording(clock.now(), "test", 2026, null);
    }
}
