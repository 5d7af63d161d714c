package cn.guatu.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The doors of people and programs, on the real server. */
@GuatuTest
class DoorTest {

    private static final String PASSWORD = "Renovation-2026";

    @Autowired
    WebApplicationContext context;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    TokenService tokens;

    MockMvc web;

    AccountId li;

    @BeforeEach
    void anAccount() {
        cleaner.clear();
        clock.reset();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        li = accounts.create("lixia", null, Set.of(Role.SUPERVISOR));
        accounts.setPassword(li, PASSWORD);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private void asAdministrator() {
        Caller caller = new Caller(
                "root", "管理员", Set.of(Role.ADMIN), RolePermissions.of(Role.ADMIN), AccessScope.everything(), 4711, "");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, Authorities.of(caller)));
    }

    private void signInFails(String reason) throws Exception {
        web.perform(formLogin("/login").user("lixia").password("wrong-wrong-1A"))
                .andExpect(redirectedUrlPattern("/login?" + reason));
    }

    @Test
    void the_right_password_opens_whatever_the_case_of_the_name_and_changes_the_session_id() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();
        HttpSession after = web.perform(post("/login")
                        .param("username", "LiXia ")
                        .param("password", PASSWORD)
                        .session(before))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getRequest()
                .getSession();
        assertThat(after).isNotNull();
        assertThat(after.getId()).isNotEqualTo(id);
    }

    @Test
    void five_failures_lock_the_account_for_a_quarter_of_an_hour() throws Exception {
        for (int i = 1; i <= 4; i++) {
            signInFails("error");
        }
        signInFails("locked=*");
        web.perform(formLogin("/login").user("lixia").password(PASSWORD))
                .andExpect(redirectedUrlPattern("/login?locked=*"));
        clock.advance(Duration.ofMinutes(15));
        web.perform(formLogin("/login").user("lixia").password(PASSWORD)).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_name_that_does_not_exist_locks_like_one_that_does() throws Exception {
        for (int i = 1; i <= 5; i++) {
            web.perform(formLogin("/login").user("nobody").password("x"));
        }
        web.perform(formLogin("/login").user("nobody").password("x"))
                .andExpect(redirectedUrlPattern("/login?locked=*"));
    }

    @Test
    void a_source_that_tries_many_names_is_locked_too() throws Exception {
        for (int i = 1; i <= 30; i++) {
            web.perform(formLogin("/login").user("name" + i).password("x"));
        }
        web.perform(formLogin("/login").user("lixia").password(PASSWORD))
                .andExpect(redirectedUrlPattern("/login?locked=*"));
    }

    @Test
    void the_administrator_unlocks() throws Exception {
        for (int i = 1; i <= 5; i++) {
            web.perform(formLogin("/login").user("lixia").password("x"));
        }
        asAdministrator();
        administration.unlock(li);
        SecurityContextHolder.clearContext();
        web.perform(formLogin("/login").user("lixia").password(PASSWORD)).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_disabled_account_does_not_get_in() throws Exception {
        asAdministrator();
        administration.setEnabled(li, false);
        SecurityContextHolder.clearContext();
        web.perform(formLogin("/login").user("lixia").password(PASSWORD)).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void a_page_asks_to_sign_in_and_forbids_framing_and_foreign_content() throws Exception {
        web.perform(get("/targets"))
                .andExpect(redirectedUrlPattern("/**/login"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.containsString("frame-ancestors 'none'"),
                                        org.hamcrest.Matchers.containsString("object-src 'none'"),
                                        org.hamcrest.Matchers.containsString("base-uri 'self'"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
    }

    @Test
    void a_call_without_token_or_with_a_wrong_one_is_refused_with_a_problem_in_chinese() throws Exception {
        web.perform(get("/api/v1/years"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.status").value(401))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("令牌")));
        web.perform(get("/api/v1/years").header("Authorization", "Bearer nonsense"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_does_what_its_scopes_say_until_it_is_revoked() throws Exception {
        asAdministrator();
        String secret = tokens.issue("数据中心", li, EnumSet.of(Permission.READ), null);
        SecurityContextHolder.clearContext();
        web.perform(get("/api/v1/nowhere").header("Authorization", "Bearer " + secret))
                .andExpect(status().isNotFound());
        web.perform(post("/api/v1/recognitions").header("Authorization", "Bearer " + secret))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("recognise")));
        asAdministrator();
        assertThat(tokens.tokens().getFirst().lastUsedAt()).isEqualTo(clock.now());
        tokens.revoke(tokens.tokens().getFirst());
        SecurityContextHolder.clearContext();
        web.perform(get("/api/v1/nowhere").header("Authorization", "Bearer " + secret))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_ends_with_its_day_and_with_its_owner() {
        asAdministrator();
        String short_ =
                tokens.issue("一天", li, EnumSet.of(Permission.READ), clock.now().plus(Duration.ofDays(1)));
        String long_ = tokens.issue("长期", li, EnumSet.of(Permission.READ), null);
        assertThat(tokens.caller(short_)).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(tokens.caller(short_)).isEmpty();
        assertThat(tokens.caller(long_)).isPresent();
        administration.setEnabled(li, false);
        assertThat(tokens.caller(long_)).isEmpty();
    }

    @Test
    void last_use_is_noted_once_a_minute() {
        asAdministrator();
        String secret = tokens.issue("数据中心", li, EnumSet.of(Permission.READ), null);
        tokens.caller(secret);
        var first = tokens.tokens().getFirst().lastUsedAt();
        clock.advance(Duration.ofSeconds(59));
        tokens.caller(secret);
        assertThat(tokens.tokens().getFirst().lastUsedAt()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(2));
        tokens.caller(secret);
        assertThat(tokens.tokens().getFirst().lastUsedAt()).isEqualTo(clock.now());
    }

    @Test
    void the_bootstrap_token_is_made_once_with_every_scope() {
        String secret = "b".repeat(32);
        assertThat(tokens.bootstrap(secret)).isTrue();
        assertThat(tokens.bootstrap(secret)).isTrue();
        assertThat(tokens.bootstrap("c".repeat(32))).isFalse();
        assertThat(tokens.caller(secret).orElseThrow().permissions()).isEqualTo(EnumSet.allOf(Permission.class));
        assertThat(tokens.caller("c".repeat(32))).isEmpty();
    }
}
