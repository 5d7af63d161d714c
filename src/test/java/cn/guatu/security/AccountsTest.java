package cn.guatu.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Accounts, their one-time links and the end of their sessions. */
@GuatuTest
class AccountsTest {

    private static final String PASSWORD = "Renovation-2026";

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    AccountQueries queries;

    @Autowired
    SignInService door;

    @Autowired
    LiveSessions sessions;

    @BeforeEach
    void empty() {
        cleaner.clear();
        clock.reset();
        is(Set.of(Role.ADMIN), 4711);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void is(Set<Role> roles, long id) {
        Caller caller = new Caller("root", "管理员", roles, RolePermissions.of(roles), AccessScope.everything(), id, "");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, Authorities.of(caller)));
    }

    @Test
    void the_first_administrator_is_made_by_a_link_that_works_once() {
        String token = accounts.inviteFirstAdministrator();
        assertThat(accounts.invitation(token)).isPresent();
        accounts.createFirstAdministrator(token, "admin", "陈静", "Guatu+Zhang-10");
        assertThat(accounts.hasAdministrator()).isTrue();
        assertThat(accounts.find("ADMIN").orElseThrow().displayName()).isEqualTo("陈静");
        assertThat(accounts.invitation(token)).isEmpty();
        assertThatThrownBy(() -> accounts.createFirstAdministrator(token, "second", "", "Guatu+Zhang-10"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_refused_password_does_not_use_the_link_up() {
        String token = accounts.inviteFirstAdministrator();
        assertThatThrownBy(() -> accounts.createFirstAdministrator(token, "admin", "", "short"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10");
        assertThat(accounts.invitation(token)).isPresent();
    }

    @Test
    void a_new_set_up_link_ends_the_one_before() {
        String first = accounts.inviteFirstAdministrator();
        accounts.inviteFirstAdministrator();
        assertThat(accounts.invitation(first)).isEmpty();
    }

    @Test
    void an_invitation_sets_the_password_once_within_three_days() {
        var issued = administration.open("lixia", Set.of(Role.SUPERVISOR));
        accounts.acceptInvitation(issued.token(), PASSWORD);
        assertThat(door.signIn("lixia", PASSWORD, "10.0.0.1")).isInstanceOf(SignInService.Outcome.Welcome.class);
        assertThatThrownBy(() -> accounts.acceptInvitation(issued.token(), "Other-Word-1"))
                .isInstanceOf(Refusal.class);
        String late =
                administration.reset(accounts.find("lixia").orElseThrow().id()).token();
        clock.advance(Duration.ofHours(72));
        assertThat(accounts.invitation(late)).isEmpty();
        assertThatThrownBy(() -> accounts.acceptInvitation(late, PASSWORD)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_link_for_an_account_does_not_make_an_administrator() {
        String token = administration.open("lixia", Set.of(Role.OFFICER)).token();
        assertThatThrownBy(() -> accounts.createFirstAdministrator(token, "admin", "", PASSWORD))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.acceptInvitation(accounts.inviteFirstAdministrator(), PASSWORD))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_name_is_taken_whatever_its_case() {
        accounts.create("lixia", null, Set.of(Role.OFFICER));
        assertThatThrownBy(() -> accounts.create("LiXia", null, Set.of(Role.OFFICER)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void only_an_administrator_administers_and_never_himself() {
        AccountId own = accounts.create("root2", null, Set.of(Role.ADMIN));
        is(Set.of(Role.ADMIN), own.value());
        assertThatThrownBy(() -> administration.setEnabled(own, false)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> administration.setRoles(own, Set.of(Role.OFFICER)))
                .isInstanceOf(Refusal.class);
        is(Set.of(Role.SUPERVISOR), own.value());
        assertThatThrownBy(() -> administration.accounts()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void sessions_end_when_the_account_is_disabled_or_changes_and_stay_otherwise() {
        AccountId li = accounts.create("lixia", null, Set.of(Role.SUPERVISOR));
        AccountId wang = accounts.create("wang", null, Set.of(Role.OFFICER));
        AccountId zhao = accounts.create("zhao", null, Set.of(Role.OFFICER));
        MockHttpSession ofLi = session(li);
        MockHttpSession ofWang = session(wang);
        MockHttpSession ofZhao = session(zhao);
        administration.setEnabled(li, false);
        administration.setRoles(wang, Set.of(Role.SUPERVISOR));
        sessions.sweep();
        assertThat(ofLi.isInvalid()).isTrue();
        assertThat(ofWang.isInvalid()).isTrue();
        assertThat(ofZhao.isInvalid()).isFalse();
    }

    private MockHttpSession session(AccountId account) {
        Caller caller = queries.caller(account).orElseThrow();
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, Authorities.of(caller))));
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
