package cn.guatu.supervision.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The door for calendar programs: the secret in the address is the key; no session, nothing but reading. */
@Configuration(proxyBeanMethods = false)
class CalendarSecurity {

    @Bean
    @Order(3)
    SecurityFilterChain calendarFeed(HttpSecurity http) throws Exception {
        return http.securityMatcher("/calendar/*")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }
}
