package cn.guatu.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Conditions that ArchUnit has no words for. */
final class Conditions {

    private Conditions() {}

    /** As a whole, or, where some of its methods only read, method by method. */
    static ArchCondition<JavaClass> beMandatorilyTransactional() {
        return new ArchCondition<>("be @Transactional(propagation = MANDATORY)") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean mandatory =
                        isMandatory(type) || type.getMethods().stream().anyMatch(Conditions::isMandatory);
                report(type, mandatory, "opens or ignores transactions", events);
            }
        };
    }

    private static boolean isMandatory(CanBeAnnotated element) {
        return element.isAnnotatedWith(DescribedPredicate.describe(
                "MANDATORY",
                annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                        && annotation.as(Transactional.class).propagation() == Propagation.MANDATORY));
    }

    @SafeVarargs
    static ArchCondition<JavaClass> beAnnotatedWithOneOf(Class<? extends Annotation>... annotations) {
        return new ArchCondition<>("say who may see it") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean annotated = Arrays.stream(annotations).anyMatch(type::isAnnotatedWith);
                report(type, annotated, "carries no access annotation", events);
            }
        };
    }

    private static void report(JavaClass type, boolean satisfied, String otherwise, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, satisfied, type.getName() + (satisfied ? "" : " " + otherwise)));
    }
}
