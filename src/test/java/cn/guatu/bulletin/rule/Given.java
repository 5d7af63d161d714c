package cn.guatu.bulletin.rule;

import cn.guatu.bulletin.rule.MonthFigures.CauseLine;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.bulletin.rule.MonthFigures.UnitLine;
import cn.guatu.project.NodeId;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures to write about: a target at the end of October, and a month with one of everything. */
public final class Given {

    public static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);
    private static final BigDecimal TEN_TWELFTHS =
            new BigDecimal("10").divide(new BigDecimal("12"), MathContext.DECIMAL128);

    private final String code;
    private final String name;
    private TargetKind kind = TargetKind.FLOW;
    private Direction direction = Direction.UP;
    private String unit = "公顷";
    private @Nullable String parent;
    private @Nullable BigDecimal target;
    private @Nullable BigDecimal base;
    private @Nullable BigDecimal achieved;
    private @Nullable BigDecimal rate;
    private @Nullable BigDecimal expected = TEN_TWELFTHS;
    private VersionStatus status = VersionStatus.CONFIRMED;
    private boolean approx;
    private int missing;
    private @Nullable BigDecimal forecast;
    private @Nullable BigDecimal required;
    private Light light = Light.GREEN;

    private Given(String code, String name) {
        this.code = code;
        this.name = name;
    }

    static Given target(String code, String name, @Nullable String target, @Nullable String achieved) {
        Given given = new Given(code, name);
        given.target = target == null ? null : new BigDecimal(target);
        given.achieved = achieved == null ? null : new BigDecimal(achieved);
        if (given.target != null && given.achieved != null) {
            given.rate = given.achieved.divide(given.target, MathContext.DECIMAL128);
        }
        return given;
    }

    Given in(String unit) {
        this.unit = unit;
        return this;
    }

    Given partOf(String parent) {
        this.parent = parent;
        return this;
    }

    Given kind(TargetKind kind) {
        this.kind = kind;
        return this;
    }

    Given down(String base, String rate) {
        this.direction = Direction.DOWN;
        this.kind = TargetKind.STOCK;
        this.base = new BigDecimal(base);
        this.rate = new BigDecimal(rate);
        return this;
    }

    Given provisional() {
        status = VersionStatus.PROVISIONAL;
        return this;
    }

    Given about() {
        approx = true;
        return this;
    }

    Given missing(int nodes) {
        missing = nodes;
        return this;
    }

    Given expected(@Nullable String expected) {
        this.expected = expected == null ? null : new BigDecimal(expected);
        return this;
    }

    Given light(Light light) {
        this.light = light;
        return this;
    }

    Given outlook(String forecast, String required) {
        this.forecast = new BigDecimal(forecast);
        this.required = new BigDecimal(required);
        return this;
    }

    TargetFigure figure() {
        return new TargetFigure(
                code,
                name,
                unit,
                kind,
                direction,
                Pace.MONTH_LINEAR,
                parent,
                parent == null ? null : OfWhich.SUBSET,
                parent == null ? 0 : 1,
                1,
                target,
                target == null && status == VersionStatus.CONFIRMED ? null : status,
                approx,
                "青府办〔2026〕6号",
                LocalDate.of(2026, 1, 20),
                null,
                base,
                achieved,
                null,
                rate,
                expected,
                null,
                TEN_TWELFTHS,
                rate == null || expected == null ? null : rate.subtract(expected),
                light,
                "",
                missing,
                null,
                null,
                null,
                null,
                required,
                null,
                forecast,
                "用地管理科",
                "陈副局长",
                null,
                null,
                null);
    }

    static UnitSummary summary(@Nullable String unit, String rate, String expected, Light light) {
        BigDecimal r = new BigDecimal(rate);
        BigDecimal e = new BigDecimal(expected);
        return new UnitSummary(unit, r, e, r.subtract(e), light, "", 3, 0);
    }

    /** A month with one of everything; published on 5 November unless it is a draft. */
    public static MonthFigures month(boolean draft) {
        return new MonthFigures(
                2026,
                10,
                OCTOBER,
                draft ? null : LocalDate.of(2026, 11, 5),
                "青屿区",
                List.of(
                        target("T02", "城市更新土地供应", "80", "80.58")
                                .light(Light.DONE)
                                .figure(),
                        target("T02.1", "公共设施用地", "60", "31")
                                .partOf("T02")
                                .light(Light.RED)
                                .figure(),
                        target("T01", "固定资产投资", "242", "121.5")
                                .in("亿元")
                                .light(Light.RED)
                                .outlook("150.333", "60.25")
                                .missing(3)
                                .figure(),
                        target("T31", "低效用地再开发试点", null, "0")
                                .provisional()
                                .light(Light.GREY)
                                .figure()),
                summary(null, "0.781", "0.833", Light.YELLOW),
                summary(null, "0.722", "0.75", Light.YELLOW),
                List.of(
                        new UnitLine("street.1", summary("望海街道", "0.9", "0.83", Light.GREEN), null, null),
                        new UnitLine("street.2", summary("南塘街道", "0.5", "0.83", Light.RED), null, null)),
                List.of(new UnitLine(
                        "unit.9", summary("用地管理科", "0.8", "0.83", Light.YELLOW), new BigDecimal("87.50"), 1)),
                List.of(new NodeFigure(
                        new NodeId(7),
                        "GX001",
                        "南岭地块",
                        "一期",
                        "土地出让",
                        LocalDate.of(2026, 9, 30),
                        null,
                        null,
                        "林小满",
                        "用地管理科",
                        List.of("南塘街道"),
                        Light.RED,
                        "",
                        17,
                        null,
                        null,
                        null,
                        false,
                        "T02",
                        new BigDecimal("3.2"),
                        null)),
                List.of(new CauseLine("外单位", 8), new CauseLine("企业", 4)),
                List.of(
                        new MatterLine("建立联审会商机制", "计划规划科", LocalDate.of(2026, 3, 20), "销号", true),
                        new MatterLine("梳理闲置土地处置清单", "民生设施科", LocalDate.of(2026, 9, 20), "滞后", false)));
    }
}
