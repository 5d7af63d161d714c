package cn.guatu.workbook.api;

import cn.guatu.workbook.WorkbookService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /years/{y}/export.xlsx}. */
@RestController
@RequestMapping("/api/v1")
class ExportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final WorkbookService workbooks;

    ExportController(WorkbookService workbooks) {
        this.workbooks = workbooks;
    }

    // Written to memory first, so that a failure is a proper answer and not half a file.
    @GetMapping("/years/{year}/export.xlsx")
    ResponseEntity<byte[]> export(@PathVariable int year) throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        workbooks.export(year, book);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(year + "年度任务一张表.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book.toByteArray());
    }
}
