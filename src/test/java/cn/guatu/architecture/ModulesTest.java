package cn.guatu.architecture;

import cn.guatu.GuatuApplication;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the features, as each package-info draws them. */
class ModulesTest {

    @Test
    void noFeatureReachesWhereItMayNot() {
        ApplicationModules.of(GuatuApplication.class, JavaClass.Predicates.resideInAPackage("cn.guatu.jooq.."))
                .verify();
    }
}
