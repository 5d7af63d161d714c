package cn.guatu.security.api;

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

    BearerTokenFilter(TokenService tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String secret = header.substring(SCHEME.length()).strip();
            tokens.caller(secret).ifPresent(caller -> enter(caller, request));
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
