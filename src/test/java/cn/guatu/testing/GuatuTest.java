package cn.guatu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole product on a real database server, in a schema of its own that Flyway made. No job fires by
 * itself, and the clock is a {@link FixedClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        properties = {
            "guatu.jobs.enabled=false",
            "management.server.port=-1",
            "guatu.secret-key=a-key-that-only-tests-are-sealed-with"
        })
@ContextConfiguration(initializers = FreshSchema.class)
@Import(TestBeans.class)
@TestExecutionListeners(
        listeners = OwnSecurityStrategy.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface GuatuTest {}
