package cn.guatu.assessment.ui;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.Published;
import cn.guatu.platform.ui.EmptyState;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.YearMonth;
import java.util.List;

/** 时光机: what was published of a month, edition by edition, and the pages as they were known then. */
class SnapshotPanel extends Div {

    SnapshotPanel(AssessmentService assessment, YearMonth month) {
        List<Published> editions = assessment.published(month.getYear()).stream()
                .filter(each -> each.month() == month.getMonthValue())
                .toList();
        if (editions.isEmpty()) {
            add(new EmptyState("本月尚未发布，还没有快照。"));
        }
        editions.reversed().forEach(each -> add(edition(each)));
    }

    private static Div edition(Published each) {
        String then = "asOf=" + each.cutOff() + "&knownAt=" + each.knownAt();
        Anchor plan = new Anchor("plan?year=" + each.year() + "&" + then, "一张表（发布时所知）");
        Anchor wall = new Anchor("wall?year=" + each.year() + "&" + then, "挂图（发布时所知）");
        Anchor now = new Anchor("plan?year=" + each.year() + "&asOf=" + each.cutOff(), "一张表（现在所知）");
        Div links = new Div(plan, wall, now);
        links.addClassName("guatu-verbs");
        Div box = new Div(
                new H3("第 " + each.edition() + " 次发布 · " + Moments.text(each.publishedAt()) + " · "
                        + each.publishedBy()),
                new Paragraph("数据截至 " + each.cutOff() + "，评分规则第 " + each.ruleVersion() + " 版"),
                new Paragraph("校验值 " + each.hash()),
                links);
        box.addClassName("guatu-journal");
        return box;
    }
}
