package cn.guatu.testing;

import cn.guatu.platform.persistence.DatabaseAddress;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a Spring context at an empty schema on the test server. */
class FreshSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseAddress schema = TestServer.freshSchema();
        TestPropertyValues.of(
                        "guatu.db.url=" + schema.url(),
                        "guatu.db.user=" + schema.user(),
                        "guatu.db.password=" + schema.password())
                .applyTo(context);
    }
}
