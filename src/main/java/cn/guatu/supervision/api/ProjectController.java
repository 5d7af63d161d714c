package cn.guatu.supervision.api;

import cn.guatu.org.PlanYearService;
import cn.guatu.platform.api.ApiPage;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.rollup.Light;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects of api.md, within the scope of the caller. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Permission.May.READ)
class ProjectController {

    private final PlanYearService years;
    private final ProjectPages pages;
    private final ProjectDetails details;
    private final CurrentUser user;

    ProjectController(PlanYearService years, ProjectPages pages, ProjectDetails details, CurrentUser user) {
        this.years = years;
        this.pages = pages;
        this.details = details;
        this.user = user;
    }

    @GetMapping("/years/{year}/projects")
    ApiPage<ProjectRows.Item> projects(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        ApiParameters.Page wanted = ApiParameters.page(page, size);
        ProjectPages.Filter filter = new ProjectPages.Filter(
                ApiParameters.text(street).orElse(null),
                ApiParameters.text(department).orElse(null),
                ApiParameters.word("light", light, Light.class).orElse(null));
        List<ProjectRows.Item> all = pages.of(known(year), filter, user.scope());
        return ApiPage.of(all, wanted);
    }

    @GetMapping("/projects/{code}")
    ProjectRows.Detail project(@PathVariable String code, @RequestParam(required = false) @Nullable String year) {
        return details.of(code, year == null || year.isBlank() ? null : known(year), user.scope());
    }

    private int known(String year) {
        return years.require(ApiParameters.year(year)).year();
    }
}
