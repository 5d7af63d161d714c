package cn.guatu.progress.api;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** {@code POST /reports} and its reading back, as api.md and the rulings have it. */
@GuatuTest
class ReportApiTest {

    private static final String REPORT = """
            {"project":"lg05","phase":"一期","node":"土地出让合同","week":"2026-W24","cumulative":1.5,
             "progress":"已签订意向","nextSteps":"签订合同","difficulty":"","noChange":false}
            """;

    @Autowired
    WebApplicationContext context;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private MockMvc web;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        UnitId street = world.unit("甲街道", "STREET");
        TargetId target = world.target(2026, "GH-01", TargetKind.FLOW, lead);
        PhaseId phase = world.phase(2026, "LG05", lead);
        world.share(phase, street, "1", 0);
        world.node(phase, "土地出让合同");
        dsl.update(Tables.NODE).set(Tables.NODE.TARGET_ID, target.value()).execute();
    }

    @Test
    void a_report_is_created_and_the_same_key_answers_the_same() throws Exception {
        send("k1", REPORT, "token:a")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.project").value("LG05"))
                .andExpect(jsonPath("$.node").value("土地出让合同"))
                .andExpect(jsonPath("$.week").value("2026-W24"))
                .andExpect(jsonPath("$.state").value("SUBMITTED"))
                .andExpect(jsonPath("$.unit").value("公顷"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(content().string(containsString("\"cumulative\":1.500000")));
        send("k1", REPORT, "token:a")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        problem(send("k1", REPORT.replace("1.5", "2"), "token:a"), 422);
        web.perform(get("/api/v1/years/2026/reports?week=2026-W24").with(as("token:b", Permission.READ)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].progress").value("已签订意向"))
                .andExpect(jsonPath("$[0].difficulty").isEmpty());
    }

    @Test
    void somebody_elses_report_stands_and_comes_with_the_refusal() throws Exception {
        send("k1", REPORT, "token:a").andExpect(status().isCreated());

        problem(send("k1", REPORT.replace("1.5", "2"), "token:b"), 409)
                .andExpect(jsonPath("$.current.version").value(1))
                .andExpect(jsonPath("$.current.cumulative").value(1.5))
                .andExpect(jsonPath("$.current.submittedBy").value("token:a"));
        send("k2", REPORT.replace("1.5", "2").replace("{", "{\"version\":1,"), "token:b")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2));
        problem(send("k3", REPORT.replace("1.5", "3").replace("{", "{\"version\":1,"), "token:b"), 409);
    }

    @Test
    void nothing_moved_needs_no_words() throws Exception {
        send("k1", "{\"project\":\"LG05\",\"phase\":\"一期\",\"week\":\"2026-W24\",\"noChange\":true}", "token:a")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.noChange").value(true))
                .andExpect(jsonPath("$.node").isEmpty());
    }

    @Test
    void what_cannot_be_taken_is_refused_by_its_kind() throws Exception {
        problem(send(null, REPORT, "token:a"), 400);
        problem(send("k", "{}", "token:a"), 400);
        problem(send("k", REPORT.replace("2026-W24", "2026-24"), "token:a"), 400);
        problem(send("k", REPORT.replace("2026-W24", "2026-W54"), "token:a"), 400);
        problem(send("k", REPORT.replace("1.5", "1e99"), "token:a"), 400);
        problem(send("k", REPORT.replace("lg05", "LG99"), "token:a"), 404);
        problem(send("k", REPORT.replace("一期", "二期"), "token:a"), 404);
        problem(send("k", REPORT.replace("土地出让合同", "没有"), "token:a"), 404);
        problem(send("k", REPORT.replace("1.5", "-1"), "token:a"), 422);
        problem(send("k", REPORT.replace("2026-W24", "2026-W02"), "token:a"), 422)
                .andExpect(jsonPath("$.detail", containsString("截止,请联系督查专员重新开启")));
        send("k", REPORT, "token:a").andExpect(status().isCreated());
    }

    @Test
    void a_link_to_evidence_that_is_used_up_says_so_to_who_is_signed_in_and_nothing_to_others() throws Exception {
        web.perform(get("/evidence/nothing").with(as("zr1", Permission.READ))).andExpect(status().isNotFound());
        web.perform(get("/evidence/nothing")).andExpect(status().is3xxRedirection());
    }

    private ResultActions send(@Nullable String key, String body, String account) throws Exception {
        var request = post("/api/v1/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding("UTF-8")
                .content(body);
        return web.perform(
                (key == null ? request : request.header("Idempotency-Key", key)).with(as(account, Permission.REPORT)));
    }

    private static ResultActions problem(ResultActions answer, int status) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(
            String account, Permission permission) {
        Caller caller = new Caller(account, account, Set.of(), Set.of(permission), AccessScope.everything(), 0, "");
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority(permission.authority()))));
    }
}
