package cn.guatu.security.api;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.ProblemWriter;
import cn.guatu.security.Authorities;
import cn.guatu.security.Caller;
import cn.guatu.security.TokenService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a program by {@code Authorization: Bearer TOKEN}. Not a bean: it belongs to its chains only. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final TokenService tokens;
    private final ProblemWriter problems;

    BearerTokenFilter(TokenService tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String secret = header.substring(SCHEME.length()).strip();
            try {
                tokens.caller(secret).ifPresent(caller -> enter(caller, request));
            } catch (RuntimeException failure) {
                // Controllers' failures are answered elsewhere; one here would end on the sign-in page, which tells a
                // program nothing.
                problems.write(request, response, FailureReport.of(failure));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    // the asynchronous second leg of an event stream passes again
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void enter(Caller caller, HttpServletRequest request) {
        List<GrantedAuthority> authorities = new ArrayList<>(Authorities.of(caller));
        caller.permissions().forEach(each -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + each.scope())));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities);
        authentication.setDetails(new WebAuthenticationDetails(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }
}
