package cn.guatu.workbook.api;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.workbook.Counts;
import cn.guatu.workbook.ImportReport;
import cn.guatu.workbook.PlanFile;
import cn.guatu.workbook.PlanImport;
import cn.guatu.workbook.WorkbookService;
import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /imports}: a trial unless {@code dryRun=false}. */
@RestController
@RequestMapping("/api/v1")
class ImportController {
    private final WorkbookService workbooks;

    ImportController(WorkbookService workbooks) {
        this.workbooks = workbooks;
    }

    /** A problem as the interface writes it. */
    record ProblemBody(
            String sheet,
            String cell,
            Severity severity,
            String found,
            String expected,
            @Nullable String suggestion) {
        static ProblemBody of(Problem problem) {
            return new ProblemBody(
                    problem.sheet(),
                    problem.cell(),
                    problem.severity(),
                    problem.found(),
                    problem.expected(),
                    problem.suggestion());
        }
    }

    /** What became of the workbook. */
    record ImportBody(
            @Nullable Long importId,
            boolean applied,
            Map<String, PlanImport.Count> counts,
            List<ProblemBody> problems) {}

    /** The same for a workbook with errors, as problem details with members of our own (RFC 9457). */
    record RefusedBody(
            String type,
            String title,
            int status,
            String detail,
            @Nullable Long importId,
            boolean applied,
            Map<String, PlanImport.Count> counts,
            List<ProblemBody> problems) {}

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> post(
            @RequestParam int year,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            throw Refusal.invalid("文件是空的，请选择一个 .xlsx 工作簿。");
        }
        String name = file.getOriginalFilename();
        PlanFile plan = new PlanFile(name == null ? "" : name, file.getBytes());
        ImportReport report = dryRun ? workbooks.tryOut(plan, year) : workbooks.apply(plan, year);
        return answer(report);
    }

    private static ResponseEntity<?> answer(ImportReport report) {
        Long id = report.importId() == null ? null : report.importId().value();
        Map<String, PlanImport.Count> counts = Counts.of(report.comparison());
        List<ProblemBody> problems =
                report.comparison().problems().stream().map(ProblemBody::of).toList();
        if (!report.comparison().hasErrors()) {
            return ResponseEntity.ok(new ImportBody(id, report.applied(), counts, problems));
        }
        long errors = problems.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new RefusedBody(
                        "about:blank",
                        "Unprocessable Content",
                        HttpStatus.UNPROCESSABLE_CONTENT.value(),
                        "工作簿有 " + errors + " 处错误，没有写入任何数据。请按所列单元格改正后再导入。",
                        id,
                        false,
                        counts,
                        problems));
    }
}
