package cn.guatu.security.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.failure.ProblemWriter;
import cn.guatu.security.TokenService;
import cn.guatu.testing.GuatuTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who cannot be known because the database fails is told so, and not sent to a page for people. */
@GuatuTest
class BearerTokenFilterTest {

    @Autowired
    private TokenService tokens;

    @Autowired
    private ProblemWriter problems;

    @Autowired
    private DataSource database;

    @Test
    void aFailureWhileTheTokenIsLookedUpIsAnsweredAsAProblem() throws Exception {
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("RENAME TABLE api_token TO api_token_away");
        try {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/years");
            request.addHeader("Authorization", "Bearer some-secret-of-a-program");
            MockHttpServletResponse response = new MockHttpServletResponse();
            MockFilterChain chain = new MockFilterChain();

            new BearerTokenFilter(tokens, problems).doFilter(request, response, chain);

            assertThat(chain.getRequest()).isNull();
            assertThat(response.getStatus()).isGreaterThanOrEqualTo(500);
            assertThat(response.getContentType()).startsWith("application/problem+json");
            assertThat(response.getContentAsString()).contains("编号", "reference");
        } finally {
            sql.execute("RENAME TABLE api_token_away TO api_token");
        }
    }
}
