package cn.guatu.rollup.api;

import cn.guatu.org.PlanYearService;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.By;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of api.md. Every one is computed at {@code asOf}, as known at {@code knownAt}, within the scope of the caller. */
@RestController
@RequestMapping(path = "/api/v1/years", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Permission.May.READ)
class FigureController {

    private final PlanYearService years;
    private final RollupService rollup;
    private final CurrentUser user;
    private final BusinessClock clock;

    FigureController(PlanYearService years, RollupService rollup, CurrentUser user, BusinessClock clock) {
        this.years = years;
        this.rollup = rollup;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    List<YearAnswer> years() {
        return years.years().stream().map(YearAnswer::of).toList();
    }

    @GetMapping("/{year}/targets")
    List<TargetAnswer> targets(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return rollup.targets(known(year), asOf(asOf, knownAt), user.scope()).stream()
                .map(TargetAnswer::of)
                .toList();
    }

    @GetMapping("/{year}/summary")
    List<SummaryAnswer> summary(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        String wanted = ApiParameters.text(by).orElse("none");
        By unit = wanted.equals("none") ? null : only(wanted);
        return rollup.summary(known(year), unit, asOf(asOf, knownAt), user.scope()).stream()
                .map(SummaryAnswer::of)
                .toList();
    }

    @GetMapping("/{year}/rollup")
    List<RollupAnswer> rollup(
            @PathVariable String year,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return rollup
                .rollup(
                        known(year),
                        all(by),
                        ApiParameters.text(target).orElse(null),
                        asOf(asOf, knownAt),
                        user.scope())
                .stream()
                .map(RollupAnswer::of)
                .toList();
    }

    @GetMapping("/{year}/explain")
    ExplainAnswer explain(
            @PathVariable String year,
            @RequestParam String target,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return ExplainAnswer.of(rollup.explain(
                known(year),
                target,
                ApiParameters.text(street).orElse(null),
                ApiParameters.text(department).orElse(null),
                asOf(asOf, knownAt),
                user.scope()));
    }

    @GetMapping("/{year}/nodes")
    List<NodeAnswer> nodes(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        NodeState wanted = ApiParameters.word("state", state, NodeState.class).orElse(NodeState.ALL);
        return rollup.nodes(known(year), wanted, asOf(asOf, knownAt), user.scope()).stream()
                .map(NodeAnswer::of)
                .toList();
    }

    private int known(String year) {
        return years.require(ApiParameters.year(year)).year();
    }

    private AsOf asOf(@Nullable String asOf, @Nullable String knownAt) {
        return new AsOf(
                ApiParameters.day("asOf", asOf).orElseGet(clock::today),
                ApiParameters.instant("knownAt", knownAt).orElse(null));
    }

    private static Set<By> all(String words) {
        Set<By> by = EnumSet.noneOf(By.class);
        for (String each : words.split(",", -1)) {
            By unit = one(each);
            if (unit == null || !by.add(unit)) {
                throw unreadable(words, "street、department 或 street,department");
            }
        }
        return by;
    }

    private static By only(String word) {
        By unit = one(word);
        if (unit == null) {
            throw unreadable(word, " none、street 或 department");
        }
        return unit;
    }

    private static @Nullable By one(String word) {
        return switch (word.strip()) {
            case "street" -> By.STREET;
            case "department" -> By.DEPARTMENT;
            default -> null;
        };
    }

    private static Refusal unreadable(String found, String expected) {
        return ApiParameters.unreadable("by", found, expected);
    }
}
