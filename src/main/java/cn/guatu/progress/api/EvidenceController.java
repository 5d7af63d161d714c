package cn.guatu.progress.api;

import cn.guatu.progress.EvidenceService;
import cn.guatu.security.Permission;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Evidence files for the screens, by links that open once. Nothing is kept on the way. */
@RestController
@Hidden
class EvidenceController {

    private final EvidenceService evidence;

    EvidenceController(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/evidence/{token}")
    @PreAuthorize(Permission.May.READ)
    ResponseEntity<byte[]> open(@PathVariable String token) {
        EvidenceService.Opened opened = evidence.open(token);
        ContentDisposition.Builder shown =
                opened.file().opensInBrowser() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(opened.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(opened.file().mediaType()))
                .body(opened.content());
    }
}
