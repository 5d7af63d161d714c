package cn.guatu.platform.failure;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failed call over HTTP gets an RFC 9457 problem with a Chinese sentence and a number to ask about. */
@RestControllerAdvice
class ApiFailures extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

    @ExceptionHandler(AccessDeniedException.class)
    @Nullable
    ResponseEntity<Object> forbidden(AccessDeniedException e, WebRequest request) {
        return answer(e, HttpStatus.FORBIDDEN, Sentences.forStatus(403), request);
    }

    @ExceptionHandler(AuthenticationException.class)
    @Nullable
    ResponseEntity<Object> notSignedIn(AuthenticationException e, WebRequest request) {
        return answer(e, HttpStatus.UNAUTHORIZED, Sentences.forStatus(401), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> anything(Exception e, WebRequest request) {
        FailureReport report = FailureReport.of(e);
        return body(e, HttpStatusCode.valueOf(report.status()), report.sentence(), report.reference(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String reference = ReferenceNumbers.next();
        if (status.is5xxServerError()) {
            LOG.error("{} {}", reference, status, e);
        }
        // The headers given may be ones that cannot be written to.
        HttpHeaders withType = new HttpHeaders(headers);
        withType.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(
                e, Problem.of(status, sentenceFor(e, status), reference), withType, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, HttpStatusCode status, String sentence, WebRequest request) {
        return body(e, status, sentence, ReferenceNumbers.next(), request);
    }

    private @Nullable ResponseEntity<Object> body(
            Exception e, HttpStatusCode status, String sentence, String reference, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, Problem.of(status, sentence, reference), headers, status, request);
    }

    private static String sentenceFor(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MissingServletRequestParameterException missing -> "缺少参数 " + missing.getParameterName() + "。";
            case TypeMismatchException mismatch
            when mismatch.getPropertyName() != null ->
                "参数 " + mismatch.getPropertyName() + " 的值“" + mismatch.getValue() + "”不正确,请核对格式。";
            default -> Sentences.forStatus(status.value());
        };
    }
}
