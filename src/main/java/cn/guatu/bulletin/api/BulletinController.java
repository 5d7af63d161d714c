package cn.guatu.bulletin.api;

import cn.guatu.bulletin.BulletinService;
import cn.guatu.bulletin.DocumentFile;
import cn.guatu.bulletin.rule.Verification;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.security.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code GET /years/{y}/assessments/{month}/bulletin.docx}, {@code .pdf}, and {@code POST …/bulletin/verify}. */
@RestController
@RequestMapping("/api/v1/years/{year}/assessments/{month}")
@PreAuthorize(Permission.May.READ)
class BulletinController {

    private final BulletinService bulletins;

    BulletinController(BulletinService bulletins) {
        this.bulletins = bulletins;
    }

    @GetMapping("/bulletin.docx")
    ResponseEntity<byte[]> docx(@PathVariable String year, @PathVariable String month) {
        return file(bulletins.docx(ApiParameters.year(year), month(month)));
    }

    @GetMapping("/bulletin.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String year, @PathVariable String month) {
        return file(bulletins.pdf(ApiParameters.year(year), month(month)));
    }

    /** {@code [{key, where, expected, found}]} of the figures that differ; {@code found} is null for one that is gone. */
    @PostMapping(path = "/bulletin/verify", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    VerifyAnswer verify(@PathVariable String year, @PathVariable String month, @RequestParam MultipartFile file)
            throws IOException {
        return VerifyAnswer.of(bulletins.verify(ApiParameters.year(year), month(month), file.getBytes()));
    }

    record VerifyAnswer(int figures, int byTag, List<Difference> differences) {

        static VerifyAnswer of(Verification.Result result) {
            return new VerifyAnswer(
                    result.figures(),
                    result.byTag(),
                    result.findings().stream()
                            .map(each -> new Difference(
                                    each.key(),
                                    each.where(),
                                    each.expected(),
                                    each.found().isEmpty() ? null : each.found()))
                            .toList());
        }
    }

    record Difference(
            String key,
            String where,
            String expected,
            @org.jspecify.annotations.Nullable String found) {}

    private static int month(String text) {
        if (!text.matches("[1-9]|1[0-2]|0[1-9]")) {
            throw ApiParameters.unreadable("月份", text, "1 至 12 的整数");
        }
        return Integer.parseInt(text);
    }

    private static ResponseEntity<byte[]> file(DocumentFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
