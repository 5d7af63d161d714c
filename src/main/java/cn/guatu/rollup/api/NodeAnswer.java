package cn.guatu.rollup.api;

import static cn.guatu.platform.api.ApiNumbers.amount;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code GET /years/{y}/nodes}; the fields mean what {@link NodeFigure} says. */
record NodeAnswer(
        String project,
        String projectName,
        String phase,
        String node,
        LocalDate planned,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        String owner,
        Light light,
        String lightReason,
        int daysLate,
        @Nullable LocalDate earliestStart,
        @Nullable LocalDate latestStart,
        @JsonProperty("float") @Nullable Integer totalFloat,
        boolean critical,
        String leadDepartment,
        List<String> streets,
        @Nullable String targetCode,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal recognised) {

    static NodeAnswer of(NodeFigure figure) {
        return new NodeAnswer(
                figure.project(),
                figure.projectName(),
                figure.phase(),
                figure.node(),
                figure.planned(),
                figure.forecast(),
                figure.actual(),
                figure.owner(),
                figure.light(),
                figure.lightReason(),
                figure.daysLate(),
                figure.earliestStart(),
                figure.latestStart(),
                figure.totalFloat(),
                figure.critical(),
                figure.leadDepartment(),
                figure.streets(),
                figure.targetCode(),
                amount(figure.quantity()),
                amount(figure.recognised()));
    }
}
