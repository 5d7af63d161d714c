package cn.guatu.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.guatu.jooq.Tables;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What is asked from outside: the daily watch of the registers by hand, and a person's calendar by its secret address. */
@GuatuTest
class WatchAndCalendarTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private CalendarFeed feed;

    @Autowired
    private OrgService org;

    @Autowired
    private AccountService accounts;

    private MockMvc web;
    private UnitId renewal;
    private PhaseId phase;

    @BeforeEach
    void aDistrictOnTuesday() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 23, 9, 0));
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        SmallDistrict world = new SmallDistrict(sql);
        world.year(2026);
        renewal = world.unit("更新科", "DEPARTMENT");
        phase = world.phase(2026, "LG05", renewal);
    }

    @Test
    void theDailyWatchCallsALateDecisionLateOnceHoweverOftenItIsRun() throws Exception {
        DecisionId id = decisions.captureAs(
                2026, LocalDate.of(2026, 6, 8), "加快签约", renewal, null, LocalDate.of(2026, 6, 19), how());
        decisions.moveAs(id, 1, DecisionMove.HAND_OUT, null, how());

        watch("2026-06-23")
                .andExpect(jsonPath("$.period").value("2026-06-23"))
                .andExpect(jsonPath("$.created").value(1));
        watch("2026-06-23").andExpect(jsonPath("$.created").value(0));

        assertThat(decisions.all(2026)).extracting(Decision::status).containsExactly(DecisionStatus.LAGGING);
    }

    @Test
    void aCalendarProgramGetsTheOpenNodesAtTheSecretAddressUntilItIsTakenBack() throws Exception {
        PersonId officer = org.savePeople(
                        List.of(new PersonData(null, "张三", "zr1", renewal, Position.OFFICER, null, null, true)), how())
                .getFirst();
        sql.update(Tables.PHASE).set(Tables.PHASE.OWNER_ID, officer.value()).execute();
        new SmallDistrict(sql).node(phase, "规划审批");
        SignedIn zhang = SignedIn.in(
                renewal,
                Role.OFFICER,
                "zr1",
                accounts.create("zr1", officer, Set.of(Role.OFFICER)).value());
        String address = URI.create(zhang.does(feed::renew)).getPath();

        web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", startsWith("text/calendar")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("规划审批")))
                .andExpect(content().string(containsString("20260630")));

        zhang.does(() -> {
            feed.end();
            return true;
        });
        web.perform(get(address)).andExpect(status().isNotFound());
        web.perform(get("/calendar/made-up.ics")).andExpect(status().isNotFound());
        // 工作日历 is another page: a stranger is led to the door, not told that it does not exist.
        web.perform(get("/calendar")).andExpect(status().is3xxRedirection());
    }

    private ResultActions watch(String day) throws Exception {
        var caller = SignedIn.program().caller();
        return web.perform(post("/api/v1/jobs/register-watch/run?businessDate=" + day)
                        .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                caller,
                                null,
                                caller.permissions().stream()
                                        .map(each -> new SimpleGrantedAuthority(each.authority()))
                                        .toList()))))
                .andExpect(status().isOk());
    }

    private Recording how() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}
