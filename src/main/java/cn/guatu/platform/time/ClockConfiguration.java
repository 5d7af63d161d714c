package cn.guatu.platform.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the system's time enters. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** A demonstration may be moved ahead of the server's time; nothing else may. */
    @Bean
    BusinessClock businessClock(@Value("${guatu.demo}") boolean demo) {
        return demo ? new DemoClock() : new BusinessClock(Clock.systemUTC());
    }
}
