package cn.guatu;

import cn.guatu.platform.time.BusinessClock;
import java.util.TimeZone;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** 挂图作战: starts the whole product. */
// Features choose the names of their private classes without knowing each other.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class GuatuApplication {

    /**
     * Starts the server.
     *
     * @param args Spring's command line, e.g. {@code --guatu.demo=true}
     */
    public static void main(String[] args) {
        // Logs tell the time of the business; and the driver's detour over java.sql.Timestamp meets no summer time
        // there.
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.ZONE));
        try {
            SpringApplication.run(GuatuApplication.class, args);
        } catch (RuntimeException e) {
            exitWithCodeOf(e);
            throw e;
        }
    }

    // Spring Boot drops the exit code of a failure that happens while the context is made.
    private static void exitWithCodeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator known) {
                System.exit(known.getExitCode());
            }
        }
    }
}
