package cn.guatu.rollup.rule;

import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lights of targets and units: an ordered list of bands over the unrounded deviation (semantics §8), after the three cases that
 * come before it: no rate, done, and nothing expected yet.
 *
 * @param version names the rule in every sentence that it decides
 * @param bands from the best down; together they cover every deviation exactly once
 */
record LightRule(String version, List<Band> bands) {

    /** −10 and −30 are published practice, the rest is ours. */
    static final LightRule DEFAULT = new LightRule(
            "指标灯规则第1版",
            List.of(
                    new Band(BigDecimal.ZERO, null, Light.GREEN),
                    new Band(new BigDecimal("-0.10"), BigDecimal.ZERO, Light.YELLOW),
                    new Band(new BigDecimal("-0.30"), new BigDecimal("-0.10"), Light.ORANGE),
                    new Band(null, new BigDecimal("-0.30"), Light.RED)));

    /**
     * Deviations from {@code from} (inclusive) up to {@code to} (exclusive).
     *
     * @param from a fraction; null: without a lower end
     * @param to a fraction; null: without an upper end
     */
    record Band(@Nullable BigDecimal from, @Nullable BigDecimal to, Light light) {

        boolean holds(BigDecimal deviation) {
            return (from == null || deviation.compareTo(from) >= 0) && (to == null || deviation.compareTo(to) < 0);
        }

        private String words() {
            if (from == null) {
                return to == null ? "任意偏差" : "低于" + Exact.points(to);
            }
            return to == null ? "不低于" + Exact.points(from) : "不低于" + Exact.points(from) + "且低于" + Exact.points(to);
        }
    }

    /** What a light is and the sentence that says why. */
    record Verdict(Light light, String reason) {}

    /** @throws IllegalArgumentException when the bands leave a gap or overlap */
    LightRule {
        bands = List.copyOf(bands);
        BigDecimal upper = null;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean joins = i == 0
                    ? band.to() == null
                    : band.to() != null && upper != null && band.to().compareTo(upper) == 0;
            boolean upright =
                    band.from() == null || band.to() == null || band.from().compareTo(band.to()) < 0;
            if (!joins || !upright) {
                throw new IllegalArgumentException("灯的区间有空隙或重叠：" + band.words());
            }
            upper = band.from();
        }
        if (bands.isEmpty() || upper != null) {
            throw new IllegalArgumentException("灯的区间有空隙：最低一档必须没有下限");
        }
    }

    /**
     * The light of a figure; first match wins.
     *
     * @param absentBecause why there is no rate; used only when there is none
     */
    Verdict judge(
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal achieved,
            String absentBecause) {
        if (rate == null) {
            return new Verdict(Light.GREY, absentBecause + "，没有完成率，按" + version + "为" + Light.GREY.label() + "。");
        }
        if (rate.compareTo(BigDecimal.ONE) >= 0) {
            return new Verdict(
                    Light.DONE, "完成率" + Exact.percent(rate) + "，已达到100%，按" + version + "为" + Light.DONE.label() + "。");
        }
        if (expected == null) {
            return new Verdict(
                    Light.GREY,
                    "完成率" + Exact.percent(rate) + "，没有序时进度（按计划测算但未填月度计划），按" + version + "为" + Light.GREY.label() + "。");
        }
        if (expected.signum() == 0 && achieved != null && achieved.signum() == 0) {
            return new Verdict(Light.NOT_DUE, "序时进度0%，完成0，尚无应完成的内容，按" + version + "为" + Light.NOT_DUE.label() + "。");
        }
        BigDecimal deviation = rate.subtract(expected);
        Band band = bands.stream()
                .filter(each -> each.holds(deviation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no band holds " + deviation));
        String direction = deviation.signum() < 0 ? "落后" : "超前";
        return new Verdict(
                band.light(),
                "完成率" + Exact.percent(rate) + "，序时进度" + Exact.percent(expected) + "，" + direction
                        + Exact.points(deviation.abs()) + "个百分点（" + band.words() + "个百分点），按" + version + "为"
                        + band.light().label() + "。");
    }
}
