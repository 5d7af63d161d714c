package cn.guatu.platform.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is reached: in the security filters and for the servlet container. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * Answers with a problem in Chinese.
     *
     * @param request what was asked
     * @param response where the answer goes
     * @param status why it failed
     * @throws IOException when the caller is gone
     */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        write(request, response, status, Sentences.forStatus(status.value()));
    }

    /**
     * Answers with a problem in Chinese.
     *
     * @param request what was asked
     * @param response where the answer goes
     * @param status why it failed
     * @param detail what happened and what to do
     * @throws IOException when the caller is gone
     */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        write(request, response, new FailureReport(status.value(), detail, ReferenceNumbers.next()));
    }

    /**
     * Answers with what was reported of a failure, under the reference number that stands in the log.
     *
     * @param request what was asked
     * @param response where the answer goes
     * @param report of the failure
     * @throws IOException when the caller is gone
     */
    public void write(HttpServletRequest request, HttpServletResponse response, FailureReport report)
            throws IOException {
        HttpStatus status = HttpStatus.valueOf(report.status());
        ProblemDetail problem = Problem.of(status, report.sentence(), report.reference());
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), problem);
    }
}
