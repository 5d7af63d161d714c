package cn.guatu.supervision.api;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.Permission;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls of api.md that are promised and not built: supervision and monthly assessment. Answers 501. */
@RestController
@RequestMapping("/api/v1")
class NotYetController {

    @GetMapping("/years/{year}/supervision")
    @PreAuthorize(Permission.May.READ)
    void supervision() {
        throw Refusal.notImplemented("每周督办接口尚未提供，请等待后续版本。");
    }
}
