package cn.guatu.planning.ui;

import cn.guatu.planning.YearTurn;
import cn.guatu.planning.rule.CarryOver;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** What a year hands to the next one, counted and listed before it is done. */
final class CarryOverPanel extends Div {

    private static final int MOST = 60;

    CarryOverPanel(int year, YearTurn turn, Runnable done) {
        CarryOver carry = turn.preview(year);
        add(new Paragraph("未完成的节点 " + carry.count() + " 个，分布在 " + carry.phases().size()
                + " 个项目分期。项目沿用原编码；指标不结转，新年度有同编码、同单位的指标时自动挂上，数量为尚未计入的部分。"));
        if (carry.alreadyCarried() > 0) {
            add(new Paragraph("另有 " + carry.alreadyCarried() + " 个以前已结转，不再重复。"));
        }
        carry.phases().stream().limit(MOST).forEach(each -> {
            add(new H3(each.phase().projectCode() + " " + each.phase().projectName() + " "
                    + each.phase().name()));
            UnorderedList list = new UnorderedList();
            each.nodes().forEach(node -> list.add(new ListItem(words(node, year))));
            add(list);
        });
        if (carry.phases().size() > MOST) {
            add(new Paragraph("还有 " + (carry.phases().size() - MOST) + " 个项目分期，结转后在分解台查看。"));
        }
        Button apply = new Button("结转 " + carry.count() + " 个节点", click -> {
            try {
                int carried = turn.carry(year);
                Notices.success("已结转 " + carried + " 个节点到 " + (year + 1) + " 年度。");
                done.run();
            } catch (RuntimeException failure) {
                Notices.error(FailureReport.of(failure).sentence());
            }
        });
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.setDisableOnClick(true);
        apply.setEnabled(carry.count() > 0);
        addComponentAsFirst(apply);
    }

    private static String words(CarryOver.OfNode node, int year) {
        String day = node.planned() == null ? "日期待定" : Figures.day(node.planned(), year + 1);
        String rest = node.rest() == null ? "" : "，余 " + Figures.number(node.rest());
        return node.node().name() + "：" + day + rest;
    }
}
