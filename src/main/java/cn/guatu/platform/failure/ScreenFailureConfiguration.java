package cn.guatu.platform.failure;

import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every session the handler that speaks Chinese. */
@Configuration(proxyBeanMethods = false)
class ScreenFailureConfiguration {

    @Bean
    VaadinServiceInitListener screenFailures() {
        return event -> event.getSource()
                .addSessionInitListener(session -> session.getSession().setErrorHandler(new ScreenFailures()));
    }
}
