package cn.guatu.assessment;

import cn.guatu.rollup.Revision;
import cn.guatu.rollup.TargetFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the snapshot and what happened since together. Values are rounded as quantities are kept, to 6 decimals, and 更正 is what is left,
 * so that the printed numbers add up too.
 */
final class Bridge {

    private static final int DECIMALS = 6;

    private Bridge() {}

    static List<BridgeRow> of(List<TargetFigure> published, List<Revision> revisions) {
        Map<String, TargetFigure> figures = new HashMap<>();
        published.forEach(figure -> figures.put(figure.code(), figure));
        List<BridgeRow> rows = new ArrayList<>();
        for (Revision revision : revisions) {
            TargetFigure figure = figures.get(revision.targetCode());
            BigDecimal then = figure == null ? null : rounded(figure.achieved());
            BigDecimal now = rounded(revision.now());
            BigDecimal late = revision.late().setScale(DECIMALS, RoundingMode.HALF_UP);
            rows.add(new BridgeRow(
                    revision.targetCode(),
                    revision.targetName(),
                    revision.unit(),
                    revision.kind(),
                    then,
                    late,
                    orZero(now).subtract(orZero(then)).subtract(late),
                    now,
                    revision.rows()));
        }
        return rows;
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
