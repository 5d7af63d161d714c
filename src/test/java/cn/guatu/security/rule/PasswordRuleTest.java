package cn.guatu.security.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Complexity by 等保, and when failures lock. */
class PasswordRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

    @Test
    void three_kinds_of_characters_and_ten_of_them_are_enough() {
        assertThat(PasswordRule.refusal("Abcdefg123", "lixia")).isEmpty();
        assertThat(PasswordRule.refusal("abcdef-123", "lixia")).isEmpty();
        assertThat(PasswordRule.refusal("城市更新局abcd123", "lixia")).isEmpty();
    }

    @Test
    void a_short_a_plain_and_an_endless_password_are_refused_with_the_reason() {
        assertThat(PasswordRule.refusal("Abc-12345", "lixia"))
                .hasValueSatisfying(s -> assertThat(s).contains("10"));
        assertThat(PasswordRule.refusal("abcdefghij1", "lixia"))
                .hasValueSatisfying(s -> assertThat(s).contains("三种"));
        assertThat(PasswordRule.refusal("Aa1-".repeat(19), "lixia"))
                .hasValueSatisfying(s -> assertThat(s).contains("过长"));
    }

    @Test
    void the_account_name_in_whatever_case_may_not_be_part_of_it() {
        assertThat(PasswordRule.refusal("LiXia-2026-go", "lixia")).isPresent();
    }

    @Test
    void failures_far_apart_do_not_add_up() {
        LockOutRule.Failures four = null;
        for (int i = 0; i < 4; i++) {
            four = LockOutRule.ACCOUNT.after(four, NOON);
        }
        assertThat(LockOutRule.ACCOUNT.after(four, NOON).lockedAt(NOON)).isTrue();
        assertThat(LockOutRule.ACCOUNT
                        .after(four, NOON.plus(Duration.ofMinutes(16)))
                        .count())
                .isEqualTo(1);
    }
}
