/** Working out a schedule backwards and forwards (倒排工期, semantics §10): pure arithmetic on working days. */
@NamedInterface("schedule")
@NullMarked
package cn.guatu.project.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
