package cn.guatu.security.api;

import cn.guatu.platform.failure.ProblemWriter;
import cn.guatu.security.Permission;
import cn.guatu.security.TokenService;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** The doors for programs: /api/v1 by token and scope, health and metrics on the management port. Neither keeps a session. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class ApiSecurity {

    private static final String BASE = "/api/v1";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenService tokens, ProblemWriter problems) throws Exception {
        return stateless(http.securityMatcher("/api/**"), tokens, problems)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(BASE + "/imports/**")
                        .hasAuthority(Permission.IMPORT.authority())
                        .requestMatchers(HttpMethod.POST, BASE + "/recognitions/**")
                        .hasAuthority(Permission.RECOGNISE.authority())
                        .requestMatchers(HttpMethod.POST, BASE + "/reports/**")
                        .hasAuthority(Permission.REPORT.authority())
                        .requestMatchers(HttpMethod.POST, BASE + "/years/*/targets/*/versions")
                        .hasAuthority(Permission.PLAN.authority())
                        .requestMatchers(HttpMethod.POST, BASE + "/years/*/months/**", BASE + "/jobs/**")
                        .hasAuthority(Permission.OPERATE.authority())
                        .requestMatchers(HttpMethod.GET)
                        .hasAuthority(Permission.READ.authority())
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAuthority(Permission.READ.authority())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain management(HttpSecurity http, TokenService tokens, ProblemWriter problems) throws Exception {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()), tokens, problems)
                .authorizeHttpRequests(rules -> rules.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .access(ApiSecurity::onLoopbackOrWithToken))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, TokenService tokens, ProblemWriter problems)
            throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(unknown(problems)).accessDeniedHandler(denied(problems)));
    }

    private static AuthenticationEntryPoint unknown(ProblemWriter problems) {
        return (request, response, cause) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            ? "缺少令牌,请在请求头 Authorization 中给出 Bearer 令牌。"
                            : "令牌无效、已过期或已停用,请联系系统管理员。");
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, cause) ->
                problems.write(request, response, HttpStatus.FORBIDDEN, "令牌没有" + needed(request) + "权限,请联系系统管理员。");
    }

    private static String needed(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            String path = request.getRequestURI();
            for (Map.Entry<String, Permission> each : Map.of(
                            "/imports", Permission.IMPORT,
                            "/recognitions", Permission.RECOGNISE,
                            "/reports", Permission.REPORT,
                            "/versions", Permission.PLAN,
                            "/months/", Permission.OPERATE,
                            "/jobs/", Permission.OPERATE)
                    .entrySet()) {
                if (path.contains(each.getKey())) {
                    return " " + each.getValue().scope() + "(" + each.getValue().label() + ")";
                }
            }
            return "做这件事的";
        }
        return " " + Permission.READ.scope() + "(" + Permission.READ.label() + ")";
    }

    private static AuthorizationDecision onLoopbackOrWithToken(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        Authentication authentication = caller.get();
        boolean token = authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(each -> Permission.OPERATE.authority().equals(each.getAuthority()));
        return new AuthorizationDecision(
                token || isLoopback(context.getRequest().getRemoteAddr()));
    }

    // an address, never a name: nothing is looked up
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
