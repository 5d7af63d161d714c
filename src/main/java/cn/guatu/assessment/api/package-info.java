/** Months, scores and bridges over HTTP. */
@NullMarked
package cn.guatu.assessment.api;

import org.jspecify.annotations.NullMarked;
