package cn.guatu.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.time.BusinessClock;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** What holds the house up; each rule fails by its name. */
class BoundariesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/cn/guatu/jooq/"))
            .importPackages("cn.guatu");

    @Test
    void vaadinStaysInTheRoomsForScreens() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "cn.guatu",
                        "cn.guatu.shell..",
                        "cn.guatu.platform.ui..",
                        "cn.guatu.platform.chart..",
                        "cn.guatu.platform.failure..",
                        "cn.guatu..ui..")
                .and(are(DescribedPredicate.not(isSecurityConfiguration())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin.."));
    }

    @Test
    void sqlIsWrittenOnlyInQueriesAndStores() {
        check(noClasses()
                .that()
                // platform.failure has to recognise the exceptions of a lost database
                .resideOutsideOfPackages("cn.guatu.platform.persistence..", "cn.guatu.platform.failure..")
                .and(are(DescribedPredicate.not(simpleNameEndsWith("Queries", "Store"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "cn.guatu.jooq..", "java.sql..", "javax.sql.."));
    }

    @Test
    void quartzIsKnownOnlyToJobsAndSchedules() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("cn.guatu.platform.schedule..")
                .and(are(DescribedPredicate.not(simpleNameEndsWith("Job", "Schedule"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quartz.."));
    }

    @Test
    void rulesAreArithmeticWithoutAFramework() {
        check(classes()
                .that()
                .resideInAPackage("cn.guatu..rule..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "cn.guatu..rule..")
                        .or(isPlain())));
    }

    @Test
    void onlyTheBusinessClockIsAskedForTheTime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("cn.guatu.platform.time..", "cn.guatu.platform.persistence..")
                .should()
                .callMethodWhere(asksForTheTime()));
    }

    @Test
    void storesDemandTheTransactionOfAService() {
        check(classes().that().haveSimpleNameEndingWith("Store").should(Conditions.beMandatorilyTransactional()));
    }

    @Test
    void queriesAndStoresArePrivateToTheirPackage() {
        check(classes()
                .that(are(simpleNameEndsWith("Queries", "Store")))
                .and()
                .resideOutsideOfPackage("cn.guatu.platform..")
                .and(are(instantiable()))
                .should()
                .notBePublic());
    }

    @Test
    void viewsArePrivateToTheirPackageAndSayWhoMaySeeThem() {
        check(classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .notBePublic()
                .andShould(Conditions.beAnnotatedWithOneOf(
                        RolesAllowed.class, PermitAll.class, AnonymousAllowed.class, DenyAll.class)));
    }

    @Test
    void controllersArePrivateToTheirApiPackage() {
        check(classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .andShould()
                .resideInAPackage("cn.guatu..api.."));
    }

    @Test
    void screensAndControllersDoNotReachPastTheService() {
        check(noClasses()
                .that()
                .resideInAnyPackage("cn.guatu..ui..", "cn.guatu..api..")
                .should()
                .dependOnClassesThat(simpleNameEndsWith("Queries", "Store")));
    }

    @Test
    void everyPackageSaysWhatItIsForAndMindsItsNulls() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            if (!marked && !type.getPackageName().equals("cn.guatu")) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isSecurityConfiguration() {
        return resideInAPackage("cn.guatu.security..")
                .and(simpleNameEndingWith("Configuration").or(simpleNameEndingWith("SecurityConfig")))
                .as("the security configuration");
    }

    /** The outermost class counts: a lambda or a nested record belongs to the class it is written in. */
    private static DescribedPredicate<JavaClass> simpleNameEndsWith(String... endings) {
        return DescribedPredicate.describe("named *" + String.join(", *", endings), type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            String name = outermost.getSimpleName();
            return List.of(endings).stream().anyMatch(name::endsWith);
        });
    }

    /** What cannot be instantiated only puts conditions together for other features' queries. */
    private static DescribedPredicate<JavaClass> instantiable() {
        return DescribedPredicate.describe(
                "instantiable",
                type -> type.getConstructors().stream()
                        .anyMatch(constructor -> !constructor.getModifiers().contains(JavaModifier.PRIVATE)));
    }

    /** A class that itself needs nothing but Java and classes of ours. */
    private static DescribedPredicate<JavaClass> isPlain() {
        Set<String> plain = Set.of("java", "org.jspecify", "cn.guatu");
        return DescribedPredicate.describe(
                "plain classes of ours",
                type -> type.getPackageName().startsWith("cn.guatu")
                        && type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .filter(target -> !target.isPrimitive())
                                .allMatch(target -> plain.stream()
                                                .anyMatch(allowed ->
                                                        target.getPackageName().equals(allowed)
                                                                || target.getPackageName()
                                                                        .startsWith(allowed + "."))
                                        && !target.getPackageName().startsWith("cn.guatu.jooq")));
    }

    private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
        return DescribedPredicate.describe("ask Java for the time", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = call.getName().equals("now") && owner.getPackageName().startsWith("java.time");
            boolean clock = owner.isAssignableTo(Clock.class);
            boolean millis = call.getName().equals("currentTimeMillis");
            return (now || clock || millis) && !owner.isEquivalentTo(BusinessClock.class);
        });
    }
}
