package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.RateBar;
import cn.guatu.rollup.UnitSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A 综合完成率 in large: the rate, its distance to 综合序时 in words, the bar. */
final class Overall {

    private Overall() {}

    static Component of(UnitSummary summary, Runnable open) {
        NativeButton rate = new NativeButton(Figures.rate(summary.rate()), click -> open.run());
        rate.addClassNames("guatu-open", "guatu-big");
        rate.setAriaLabel("综合完成率 " + Figures.rate(summary.rate()) + ",打开口径卡");
        Span distance = new Span(distance(summary));
        distance.addClassName("guatu-figure");
        Span count = new Span(summary.targets() + " 项指标 · 加权"
                + (summary.withoutRate() == 0 ? "" : " · " + summary.withoutRate() + " 项无完成率"));
        count.addClassName("guatu-secondary");
        Div row = new Div(rate, LightBadges.of(summary.light(), summary.lightReason()), distance, count);
        row.addClassName("guatu-figure-row");
        return new Div(row, new RateBar(summary.rate(), summary.expected(), LightBadges.shape(summary.light())));
    }

    private static String distance(UnitSummary summary) {
        if (summary.deviation() == null) {
            return "序时 " + Figures.rate(summary.expected());
        }
        String by = Figures.points(summary.deviation().abs())
                .substring(summary.deviation().signum() == 0 ? 0 : 1);
        return (summary.deviation().signum() < 0 ? "落后序时 " : "超过序时 ") + by + "(序时 " + Figures.rate(summary.expected())
                + ")";
    }
}
