package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of 年度任务一张表 in their order: what each is called, what it exports, and whether it is to be seen before anybody
 * chooses.
 */
enum PlanColumn {
    NAME("指标", true, TargetFigure::name),
    LIGHT("灯", true, figure -> figure.light().label()),
    RATE("完成率", true, figure -> new Percent(figure.rate())),
    DEVIATION("较序时(个百分点)", true, figure -> new Points(figure.deviation())),
    ACHIEVED("完成", true, figure -> inUnit(figure.achieved(), figure)),
    TARGET("年度目标", true, figure -> inUnit(figure.target(), figure)),
    CODE("编码", true, TargetFigure::code),
    UNIT("单位", false, TargetFigure::unit),
    TARGET_STATUS("目标状态", false, figure -> status(figure)),
    EXPECTED("序时进度", true, figure -> new Percent(figure.expected())),
    MISSING("未报节点", true, TargetFigure::missing),
    GAP("分解缺口", true, figure -> inUnit(figure.gap(), figure)),
    BUFFER("缓冲", true, figure -> new Percent(figure.buffer())),
    ON_NODES("节点计划", true, figure -> inUnit(figure.plannedOnNodes(), figure)),
    LEADER("责任领导", true, TargetFigure::leader),
    DEPARTMENT("牵头科室", true, TargetFigure::leadDepartment),
    PLANNED("计划进度", false, figure -> new Percent(figure.planned())),
    LINEAR("月度序时", false, figure -> new Percent(figure.linear())),
    REQUIRED("月均需完成", false, figure -> inUnit(figure.requiredPerMonth(), figure)),
    LAST_THREE("近三月月均", false, figure -> inUnit(figure.lastThreeMonths(), figure)),
    FORECAST("年底预测", false, figure -> inUnit(figure.forecast(), figure)),
    UNATTRIBUTED("待分", false, figure -> inUnit(figure.unattributed(), figure)),
    DOC_NO("文号", false, TargetFigure::docNo),
    KIND("类型", false, figure -> figure.kind().label()),
    METHOD("序时方式", false, figure -> figure.method().label()),
    SOURCE("来源", false, TargetFigure::source),
    DEFINITION("口径", false, TargetFigure::definition);

    /** A fraction that a sheet shows as a per cent. */
    record Percent(@Nullable BigDecimal fraction) {}

    /** A difference of fractions that a sheet shows in percentage points. */
    record Points(@Nullable BigDecimal fraction) {}

    private final String heading;
    private final boolean usual;
    private final Function<TargetFigure, @Nullable Object> value;

    PlanColumn(String heading, boolean usual, Function<TargetFigure, @Nullable Object> value) {
        this.heading = heading;
        this.usual = usual;
        this.value = value;
    }

    String heading() {
        return heading;
    }

    /** Whether it is seen before anybody chooses. */
    boolean usual() {
        return usual;
    }

    /** The value for a sheet: text, a number, {@link Percent}, {@link Points} or null. */
    @Nullable
    Object value(TargetFigure figure) {
        return value.apply(figure);
    }

    /** The text for the screen, for columns that are only text there. */
    String text(TargetFigure figure) {
        return switch (value(figure)) {
            case null -> Figures.NONE;
            case Percent(BigDecimal fraction) -> Figures.rate(fraction);
            case Points(BigDecimal fraction) -> Figures.pointsOnly(fraction);
            case BigDecimal number -> Figures.number(number);
            case Object other -> other.toString();
        };
    }

    boolean isFigure() {
        return switch (this) {
            case RATE,
                    DEVIATION,
                    ACHIEVED,
                    TARGET,
                    EXPECTED,
                    MISSING,
                    GAP,
                    BUFFER,
                    ON_NODES,
                    PLANNED,
                    LINEAR,
                    REQUIRED,
                    LAST_THREE,
                    FORECAST,
                    UNATTRIBUTED -> true;
            default -> false;
        };
    }

    private static @Nullable Object inUnit(@Nullable BigDecimal quantity, TargetFigure figure) {
        return quantity != null && "%".equals(figure.unit()) ? new Percent(quantity) : quantity;
    }

    private static String status(TargetFigure figure) {
        VersionStatus status = figure.targetStatus();
        return status == null ? Figures.NONE : Objects.requireNonNull(status).label();
    }
}
