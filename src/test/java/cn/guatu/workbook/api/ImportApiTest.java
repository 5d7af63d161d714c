package cn.guatu.workbook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.workbook.SmallPlan;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The workbook over HTTP (api.md; rulings, Interface). */
@GuatuTest
class ImportApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    WebApplicationContext context;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    MockMvc web;

    @BeforeEach
    void anEmptyHouse() {
        cleaner.clear();
        clock.reset();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void aTrialIsTheDefaultAndAnAppliedImportCarriesItsNumber() throws Exception {
        web.perform(multipart("/api/v1/imports")
                        .file(plan(SmallPlan.good()))
                        .param("year", "2026")
                        .with(may(Permission.IMPORT)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.applied").value(false))
                .andExpect(jsonPath("$.importId").isEmpty())
                .andExpect(jsonPath("$.counts['指标'].created").value(4));
        web.perform(multipart("/api/v1/imports")
                        .file(plan(SmallPlan.good()))
                        .param("year", "2026")
                        .param("dryRun", "false")
                        .with(may(Permission.IMPORT)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.applied").value(true))
                .andExpect(jsonPath("$.importId").isNumber());
        byte[] book = web.perform(get("/api/v1/years/2026/export.xlsx").with(may(Permission.READ)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(XLSX))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        web.perform(multipart("/api/v1/imports")
                        .file(plan(book))
                        .param("year", "2026")
                        .with(may(Permission.IMPORT)))
                .andExpect(jsonPath("$.counts['计入'].unchanged").value(3))
                .andExpect(jsonPath("$.counts['计入'].updated").value(0));
    }

    @Test
    void aBadWorkbookIsAnsweredWithItsCells() throws Exception {
        web.perform(multipart("/api/v1/imports")
                        .file(plan(SmallPlan.bad()))
                        .param("year", "2026")
                        .param("dryRun", "false")
                        .with(may(Permission.IMPORT)))
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.applied").value(false))
                .andExpect(
                        jsonPath("$.problems[?(@.severity == 'ERROR')].sheet").value("目标分解"))
                .andExpect(jsonPath("$.problems[?(@.severity == 'ERROR')].cell").value("A2"));
    }

    @Test
    void whatIsNoWorkbookIsRefusedWholeAndStrangersAreTurnedAway() throws Exception {
        web.perform(multipart("/api/v1/imports")
                        .file(plan("hello".getBytes()))
                        .param("year", "2026")
                        .with(may(Permission.IMPORT)))
                .andExpect(status().is(415));
        web.perform(multipart("/api/v1/imports")
                        .file(plan(SmallPlan.good()))
                        .param("year", "26")
                        .with(may(Permission.IMPORT)))
                .andExpect(status().isBadRequest());
        web.perform(multipart("/api/v1/imports").file(plan(SmallPlan.good())).with(may(Permission.IMPORT)))
                .andExpect(status().isBadRequest());
        web.perform(multipart("/api/v1/imports")
                        .file(plan(SmallPlan.good()))
                        .param("year", "2026")
                        .with(may(Permission.READ)))
                .andExpect(status().isForbidden());
        web.perform(get("/api/v1/years/2031/export.xlsx").with(may(Permission.READ)))
                .andExpect(status().isNotFound());
    }

    private static MockMultipartFile plan(byte[] bytes) {
        assertThat(bytes).isNotEmpty();
        return new MockMultipartFile("file", "计划.xlsx", XLSX, bytes);
    }

    private static RequestPostProcessor may(Permission... permissions) {
        Set<Permission> all = EnumSet.copyOf(Set.of(permissions));
        Caller caller = new Caller("token:test", "测试", Set.of(), all, AccessScope.everything(), 0, "");
        return authentication(new UsernamePasswordAuthenticationToken(
                caller,
                null,
                AuthorityUtils.createAuthorityList(
                        all.stream().map(Permission::authority).toArray(String[]::new))));
    }
}
