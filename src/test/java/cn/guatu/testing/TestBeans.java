package cn.guatu.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What stands in the place of production's own in a test. */
@TestConfiguration(proxyBeanMethods = false)
@Import(DatabaseCleaner.class)
class TestBeans {

    @Bean
    @Primary
    FixedClock fixedClock() {
        return new FixedClock();
    }
}
