package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.Analysis;
import cn.guatu.bulletin.rule.Waterfall;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the year is going and why: forecasts, what moved, stages, durations, causes. Each chart with its data. */
@Route("analysis")
@PageTitle("分析")
@Menu(title = "分析", order = 44, icon = "vaadin:chart-line")
@CssImport("./bulletin/bulletin.css")
@Uses(cn.guatu.platform.chart.ApexChart.class)
@PermitAll
class AnalysisView extends MonthPage {

    private static final String TARGET = "target";
    private static final String LEAD = "lead";

    AnalysisView(Office office) {
        super("分析", office);
    }

    @Override
    String address(int year, int month) {
        return "analysis";
    }

    @Override
    void show() {
        Analysis analysis = office().analysis().of(year(), month());
        scope((office().user().scope().isEverything() ? "全区" : "本单位") + " · 数据截至 "
                + Figures.day(analysis.cutOff(), year()));
        List<Analysis.Outlook> shown = analysis.outlooks().stream()
                .filter(each -> matches(each.target()))
                .toList();
        filters(targets(analysis), leads(analysis));
        AnalysisCharts charts = new AnalysisCharts(year(), month());
        Div cards = new Div();
        cards.addClassName("guatu-cards");
        if (shown.isEmpty()) {
            cards.add(new EmptyState("没有符合条件、可以预测的累计类指标。"));
        } else {
            cards.add(charts.outlook(shown), charts.pace(shown));
        }
        String code = query(TARGET);
        Waterfall movement =
                code == null ? analysis.movement() : office().analysis().movement(year(), month(), code);
        TargetFigure target = code == null ? null : target(analysis, code);
        cards.add(movement == null ? charts.noMovement(month() == 1) : charts.movement(movement, target));
        analysis.funnels().forEach(each -> cards.add(charts.funnel(each)));
        cards.add(
                charts.stages(analysis.stages()), charts.reviews(analysis.reviews()), charts.causes(analysis.causes()));
        body(cards);
    }

    private boolean matches(TargetFigure target) {
        String code = query(TARGET);
        String lead = query(LEAD);
        return (code == null || code.equals(target.code())) && (lead == null || lead.equals(target.leadDepartment()));
    }

    private static @Nullable TargetFigure target(Analysis analysis, String code) {
        return analysis.outlooks().stream()
                .map(Analysis.Outlook::target)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private ComboBox<TargetFigure> targets(Analysis analysis) {
        ComboBox<TargetFigure> choice = new ComboBox<>();
        choice.setItems(analysis.outlooks().stream()
                .map(Analysis.Outlook::target)
                .filter(each -> each.kind() == TargetKind.FLOW)
                .sorted(java.util.Comparator.comparingInt(TargetFigure::sortOrder))
                .toList());
        choice.setItemLabelGenerator(each -> each.code() + " " + each.name());
        choice.setPlaceholder("全部指标");
        choice.setAriaLabel("指标");
        choice.setClearButtonVisible(true);
        String code = query(TARGET);
        choice.setValue(code == null ? null : target(analysis, code));
        choice.addValueChangeListener(change ->
                ask(TARGET, change.getValue() == null ? null : change.getValue().code()));
        return choice;
    }

    private ComboBox<String> leads(Analysis analysis) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setItems(analysis.outlooks().stream()
                .map(each -> each.target().leadDepartment())
                .distinct()
                .sorted()
                .toList());
        choice.setPlaceholder("全部牵头科室");
        choice.setAriaLabel("牵头科室");
        choice.setClearButtonVisible(true);
        choice.setValue(query(LEAD));
        choice.addValueChangeListener(change -> ask(LEAD, change.getValue()));
        return choice;
    }
}
