/** What people are told: the bell, mail, group robots, and the outbox that never loses or doubles it. */
@ApplicationModule(allowedDependencies = {"platform", "org", "security"})
@NullMarked
package cn.guatu.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
