package cn.guatu.security.ui;

import cn.guatu.security.SignInProvider;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door for people: the sign-in page, the session, and the headers of every page. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    // Vaadin's client makes functions from text and styles in place; everything else is our own host only.
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    // One provider, named here: nobody else may answer for a password.
    @Bean
    AuthenticationManager authenticationManager(SignInProvider provider) {
        return new ProviderManager(List.of(provider));
    }

    @Bean
    @Order(10)
    SecurityFilterChain screens(HttpSecurity http, AuthenticationManager people) throws Exception {
        return http.authenticationManager(people)
                // Files that are opened by links; the service asks for the rights. Everything else is a view.
                .authorizeHttpRequests(
                        rules -> rules.requestMatchers("/evidence/*").authenticated())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class))
                .formLogin(form -> form.failureHandler(toLoginView()))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.withObjectPostProcessor(beforeThePage())
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    // Vaadin's servlet is reached by a forward, which closes the response: headers written after it would be lost.
    private static ObjectPostProcessor<HeaderWriterFilter> beforeThePage() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static AuthenticationFailureHandler toLoginView() {
        return (request, response, failure) ->
                response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + reason(failure));
    }

    private static String reason(AuthenticationException failure) {
        return switch (failure) {
            case SignInProvider.Locked locked ->
                "locked=" + java.net.URLEncoder.encode(locked.until().toString(), StandardCharsets.UTF_8);
            case AuthenticationServiceException _ -> "busy";
            default -> "error";
        };
    }
}
