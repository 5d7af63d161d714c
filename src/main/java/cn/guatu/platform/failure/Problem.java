package cn.guatu.platform.failure;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds the RFC 9457 body that every failed call gets. */
final class Problem {

    private Problem() {}

    static ProblemDetail of(HttpStatusCode status, String detail, String reference) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("reference", reference);
        return problem;
    }

    static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case INADMISSIBLE -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case NOT_IMPLEMENTED -> 501;
        };
    }
}
