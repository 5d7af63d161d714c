package cn.guatu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** api.md and its rulings, call by call, on the real server: what is answered, and what is refused how. */
@GuatuTest
class HttpInterfaceTest {

    private static final String ROW = """
            {"project":"lg05","phase":"一期","target":"GH-01","occurredOn":"2026-03-05","quantity":1.6,
             "evidence":"深规土〔2026〕1号"}
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
    private SmallDistrict world;
    private UnitId 更新科;
    private UnitId 整备科;
    private UnitId 龙城;
    private TargetId 供地;
    private PhaseId 一期;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.reset();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .addFilters(context.getBean("cn.guatu.platform.api.BodyLimit", Filter.class))
                .build();
        world = new SmallDistrict(dsl);
        world.year(2026);
        更新科 = world.unit("更新科", "DEPARTMENT");
        整备科 = world.unit("整备科", "DEPARTMENT");
        龙城 = world.unit("龙城街道", "STREET");
        供地 = world.target(2026, "GH-01", TargetKind.FLOW, 更新科);
        一期 = world.phase(2026, "LG05", 更新科);
        world.share(一期, 龙城, "1", 0);
        world.node(一期, "规划审批");
    }

    @Test
    void years_are_a_bare_array() throws Exception {
        read("/years")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].year").value(2026))
                .andExpect(jsonPath("$[0].state").value("ACTIVE"));
    }

    @Test
    void a_recognised_quantity_is_in_the_table_the_street_the_department_and_the_explanation() throws Exception {
        version("{\"value\":60,\"status\":\"CONFIRMED\",\"docNo\":\"深更新〔2026〕3号\"}")
                .andExpect(status().isCreated());

        recognise("k1", ROW)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.project").value("LG05"))
                .andExpect(jsonPath("$.quantity").value(1.6))
                .andExpect(jsonPath("$.unit").value("公顷"));

        read("/years/2026/targets?asOf=2026-10-31")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"target\":60.000000")))
                .andExpect(content().string(containsString("\"achieved\":1.600000")))
                .andExpect(content().string(containsString("\"rate\":0.0266666667")))
                .andExpect(jsonPath("$[0].parentCode").hasJsonPath())
                .andExpect(jsonPath("$[0].parentCode").isEmpty())
                .andExpect(jsonPath("$[0].targetStatus").value("CONFIRMED"))
                .andExpect(jsonPath("$[0].kind").value("FLOW"))
                .andExpect(jsonPath("$[0].light").value("RED"))
                .andExpect(jsonPath("$[0].leadDepartment").value("更新科"));
        read("/years/2026/targets?asOf=2026-03-04")
                .andExpect(jsonPath("$[0].achieved").value(0));
        read("/years/2026/rollup?by=street")
                .andExpect(jsonPath("$[0].street").value("龙城街道"))
                .andExpect(jsonPath("$[0].department").isEmpty())
                .andExpect(jsonPath("$[0].achieved").value(1.6));
        read("/years/2026/rollup?by=street,department&target=gh-01")
                .andExpect(jsonPath("$[0].street").value("龙城街道"))
                .andExpect(jsonPath("$[0].department").value("更新科"));
        read("/years/2026/explain?target=GH-01&street=龙城街道")
                .andExpect(jsonPath("$.numerator").value(1.6))
                .andExpect(jsonPath("$.targetVersion.docNo").value("深更新〔2026〕3号"))
                .andExpect(jsonPath("$.rows", hasSize(1)))
                .andExpect(jsonPath("$.rows[0].share").value(1))
                .andExpect(jsonPath("$.rows[0].evidence").value("深规土〔2026〕1号"))
                .andExpect(jsonPath("$.rows[0].reverses").isEmpty());
        read("/years/2026/summary")
                .andExpect(jsonPath("$[0].unit").isEmpty())
                .andExpect(jsonPath("$[0].targets").value(1));
        read("/years/2026/summary?by=department")
                .andExpect(jsonPath("$[0].unit").value("更新科"));
    }

    @Test
    void nodes_and_projects_are_answered() throws Exception {
        recognise("k1", ROW);

        read("/years/2026/nodes?state=late")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].node").value("规划审批"))
                .andExpect(jsonPath("$[0].light").value("RED"))
                .andExpect(content().string(containsString("\"float\":")));
        read("/years/2026/nodes?state=done").andExpect(jsonPath("$", hasSize(0)));
        read("/years/2026/projects?street=龙城街道&department=更新科&light=RED")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(50))
                .andExpect(jsonPath("$.items[0].code").value("LG05"))
                .andExpect(jsonPath("$.items[0].phase").value("一期"))
                .andExpect(jsonPath("$.items[0].streets[0].street").value("龙城街道"));
        read("/years/2026/projects?department=整备科")
                .andExpect(jsonPath("$.total").value(0));
        read("/years/2026/projects?page=3&size=9999")
                .andExpect(jsonPath("$.items", hasSize(0)))
                .andExpect(jsonPath("$.size").value(500))
                .andExpect(jsonPath("$.total").value(1));
        read("/projects/lg05")
                .andExpect(jsonPath("$.phases[0].nodes[0].node").value("规划审批"))
                .andExpect(jsonPath("$.phases[0].recognitions[0].quantity").value(1.6))
                .andExpect(jsonPath("$.recognitions", hasSize(1)))
                .andExpect(jsonPath("$.responsibilities[0].role").value("牵头科室"))
                .andExpect(jsonPath("$.blockers", hasSize(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/years/2027/targets",
                "/years/2027/projects",
                "/years/2026/rollup?by=street&target=NIX",
                "/years/2026/explain?target=NIX",
                "/years/2026/explain?target=GH-01&street=无此街道",
                "/years/2026/projects?street=无此街道",
                "/years/2026/projects?department=龙城街道",
                "/years/2026/targets/NIX/versions",
                "/projects/NIX",
                "/projects/LG05?year=2027",
                "/nothing/here"
            })
    void what_is_unknown_is_not_found(String path) throws Exception {
        problem(read(path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/years/abc/targets",
                "/years/2026/targets?asOf=2026-02-30",
                "/years/2026/targets?asOf=yesterday",
                "/years/2026/targets?knownAt=2026-03-31",
                "/years/2026/summary?by=planet",
                "/years/2026/rollup",
                "/years/2026/rollup?by=",
                "/years/2026/rollup?by=street,street",
                "/years/2026/explain",
                "/years/2026/nodes?state=gone",
                "/years/2026/projects?page=-1",
                "/years/2026/projects?size=0",
                "/years/2026/projects?page=one",
                "/years/2026/projects?light=PURPLE"
            })
    void what_cannot_be_read_is_refused_with_a_sentence(String path) throws Exception {
        problem(read(path), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/years/2026/targets?knownAt=2026-03-31T18:00:00+08:00",
                "/years/2026/targets?knownAt=2026-03-31T10:00:00Z",
                "/years/2026/targets?asOf=2030-01-01&knownAt=2099-01-01T00:00:00Z"
            })
    void instants_have_an_offset_and_may_be_to_come(String path) throws Exception {
        read(path).andExpect(status().isOk());
    }

    @Test
    void writes_that_are_promised_and_not_built_say_so() throws Exception {
        problem(web.perform(sent("/jobs/tidying/run", "{}").with(token(Permission.OPERATE))), 404);
    }

    @Test
    void without_a_token_or_its_scope_nothing_is_answered() throws Exception {
        problem(web.perform(get("/api/v1/years")), 401);
        problem(web.perform(get("/api/v1/openapi.json")), 401);
        problem(web.perform(get("/api/v1/years").with(token(Permission.IMPORT))), 403);
        problem(web.perform(sent("/recognitions", ROW).with(token(Permission.READ))), 403);
        problem(web.perform(sent("/years/2026/targets/GH-01/versions", "{}").with(token(Permission.READ))), 403);
        problem(web.perform(sent("/reports", "{}").with(token(Permission.READ))), 403);
    }

    @Test
    void a_department_recognises_only_on_its_own_phases() throws Exception {
        problem(
                web.perform(sent("/recognitions", ROW)
                        .header("Idempotency-Key", "k")
                        .with(caller("整备科长", AccessScope.of(Set.of(整备科), Set.of()), Permission.RECOGNISE))),
                403);
        web.perform(sent("/recognitions", ROW)
                        .header("Idempotency-Key", "k")
                        .with(caller("更新科长", AccessScope.of(Set.of(更新科), Set.of()), Permission.RECOGNISE)))
                .andExpect(status().isCreated());
    }

    @Test
    void the_same_key_and_body_get_the_first_answer() throws Exception {
        String first = recognise("k1", ROW)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        recognise("k1", ROW.replace("\n", " "))
                .andExpect(status().isOk())
                .andExpect(content().json(first));
        assertThat(recognise("k1", ROW).andReturn().getResponse().getContentAsString())
                .isEqualTo(first);
        problem(recognise("k1", ROW.replace("1.6", "1.7")), 422);
        problem(recognise("k2", ROW), 409).andExpect(jsonPath("$.detail", containsString("不能重复计入")));
        problem(recognise(null, ROW), 400).andExpect(jsonPath("$.detail", containsString("Idempotency-Key")));
    }

    @Test
    void a_refused_request_leaves_its_key_free() throws Exception {
        problem(recognise("k1", ROW.replace("1.6", "-1.6")), 422);

        recognise("k1", ROW).andExpect(status().isCreated());
    }

    @Test
    void a_key_is_forgotten_after_thirty_days() throws Exception {
        recognise("k1", ROW).andExpect(status().isCreated());

        clock.advance(Duration.ofDays(29));
        recognise("k1", ROW).andExpect(status().isOk());
        clock.advance(Duration.ofDays(2));
        problem(recognise("k1", ROW), 409).andExpect(jsonPath("$.detail", containsString("不能重复计入")));
    }

    @Test
    void of_many_with_one_key_one_posts_and_none_fails() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> recognise("k1", ROW).andReturn().getResponse().getStatus());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer == 201).hasSize(1);
        assertThat(answers).allMatch(answer -> answer == 200 || answer == 201 || answer == 409);
        read("/projects/LG05").andExpect(jsonPath("$.recognitions", hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"project\":\"LG05\",\"target\":\"GH-01\",\"occurredOn\":\"2026-02-30\",\"quantity\":1,\"evidence\":\"一号\"}",
                "{\"project\":\"LG05\",\"target\":\"GH-01\",\"occurredOn\":\"2026-02-20\",\"quantity\":\"很多\",\"evidence\":\"一号\"}",
                "{\"project\":\"LG05\",\"target\":\"GH-01\",\"occurredOn\":\"2026-02-20\",\"quantity\":1e999999999,\"evidence\":\"一号\"}",
                "{\"project\":\"LG05\",\"target\":\"GH-01\",\"occurredOn\":\"2026-02-20\",\"quantity\":1,\"evidence\":\" \"}"
            })
    void a_body_that_cannot_be_understood_is_refused(String body) throws Exception {
        problem(recognise("k1", body), 400);
    }

    @Test
    void unknown_places_of_a_row_are_not_found() throws Exception {
        problem(recognise("k1", ROW.replace("lg05", "NIX")), 404);
        problem(recognise("k1", ROW.replace("一期", "二期")), 404);
        problem(recognise("k1", ROW.replace("GH-01", "NIX")), 404);
        problem(recognise("k1", ROW.replace("{\"project\"", "{\"node\":\"无此节点\",\"project\"")), 404);
        problem(recognise("k1", ROW.replace("{\"project\"", "{\"reverses\":4711,\"project\"")), 404);
    }

    @Test
    void a_row_is_reversed_by_its_opposite_and_unknown_fields_do_not_matter() throws Exception {
        String answer = recognise("k1", ROW).andReturn().getResponse().getContentAsString();
        String id = answer.replaceFirst(".*\"id\":(\\d+).*", "$1");
        String back = ROW.replace("1.6", "-1.6")
                .replace("{\"project\"", "{\"reverses\":" + id + ",\"reason\":\"登记错误\",\"colour\":\"red\",\"project\"");

        recognise("k2", back)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reverses").value(Integer.valueOf(id)));
        problem(recognise("k3", back), 409);
        recognise("k4", ROW).andExpect(status().isCreated());
    }

    @Test
    void a_body_too_large_is_413_and_another_kind_is_415() throws Exception {
        problem(recognise("k1", "{\"evidence\":\"" + "依".repeat(400_000) + "\"}"), 413);
        problem(
                web.perform(post("/api/v1/recognitions")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("1")
                        .with(token(Permission.RECOGNISE))),
                415);
    }

    @Test
    void versions_are_added_and_listed() throws Exception {
        version("{\"value\":60,\"status\":\"PROVISIONAL\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.effectiveFrom").value("2026-01-01"));
        version("{\"value\":55.5,\"status\":\"ADJUSTED\",\"effectiveFrom\":\"2026-07-01\",\"reason\":\"市调减\"}")
                .andExpect(status().isCreated());

        read("/years/2026/targets/gh-01/versions")
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[1].value").value(55.5))
                .andExpect(jsonPath("$[1].status").value("ADJUSTED"));
        read("/years/2026/targets?asOf=2026-06-30")
                .andExpect(jsonPath("$[0].target").value(60));
        read("/years/2026/targets?asOf=2026-07-01")
                .andExpect(jsonPath("$[0].target").value(55.5));
        problem(version("{\"value\":1,\"status\":\"FINAL\"}"), 400);
        problem(version("{\"status\":\"CONFIRMED\"}"), 400);
        problem(version("{\"value\":-1,\"status\":\"CONFIRMED\"}"), 422);
    }

    @Test
    void the_interface_describes_itself() throws Exception {
        read("/openapi.json")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi", startsWith("3.1")))
                .andExpect(
                        jsonPath("$.paths['/api/v1/years/{year}/targets'].get").exists())
                .andExpect(jsonPath("$.paths['/api/v1/recognitions'].post").exists())
                .andExpect(jsonPath("$.paths.keys()", everyItem(startsWith("/api/v1"))))
                .andExpect(content().string(not(containsString("/actuator"))));
    }

    private ResultActions read(String path) throws Exception {
        return web.perform(get("/api/v1" + path).with(token(Permission.READ)));
    }

    private ResultActions recognise(@Nullable String key, String body) throws Exception {
        MockHttpServletRequestBuilder request = sent("/recognitions", body);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return web.perform(request.with(token(Permission.RECOGNISE)));
    }

    private ResultActions version(String body) throws Exception {
        return web.perform(sent("/years/2026/targets/GH-01/versions", body).with(token(Permission.PLAN)));
    }

    private static MockHttpServletRequestBuilder sent(String path, String body) {
        return post("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding("UTF-8")
                .content(body);
    }

    private static ResultActions problem(ResultActions answer, int status) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail", not(containsString("Exception"))))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private static RequestPostProcessor token(Permission permission) {
        return caller("token:test", AccessScope.everything(), permission);
    }

    private static RequestPostProcessor caller(String account, AccessScope scope, Permission permission) {
        Caller caller = new Caller(account, account, Set.of(), EnumSet.of(permission), scope, 1, "");
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority(permission.authority()))));
    }
}
