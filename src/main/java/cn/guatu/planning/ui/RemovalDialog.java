package cn.guatu.planning.ui;

import cn.guatu.planning.Reliance;
import cn.guatu.planning.rule.Removal;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Before something is removed: what goes with it, who waited for it, and who relies on it. What is relied on can only be retired. */
final class RemovalDialog extends ConfirmDialog {

    private static final int MOST = 12;

    RemovalDialog(Removal removal, List<Reliance> dependents, Runnable remove, Runnable retire) {
        setWidth("520px");
        setCancelable(true);
        setCancelText("取消");
        Div body = new Div();
        if (dependents.isEmpty()) {
            setHeader("确认" + removal.step().words());
            body.add(new Paragraph("将删除" + counted(removal) + "：" + names(removal)));
            if (!removal.freed().isEmpty()) {
                body.add(new Paragraph("以下节点不再等待它们：" + String.join("、", removal.freed()) + "。"));
            }
            body.add(new Paragraph("删除后可以撤销(Ctrl+Z)。"));
            setConfirmText("删除");
            setConfirmButtonTheme("error primary");
            addConfirmListener(confirm -> remove.run());
        } else {
            setHeader("不能" + removal.step().words());
            body.add(new Paragraph("以下记录以它为依据，删除会使它们失去依据："));
            body.add(relied(dependents));
            if (removal.phases().isEmpty()) {
                body.add(new Paragraph(
                        removal.nodes().isEmpty() ? "不再考核的指标请保留记录，在“目标版本”中提出调整。" : "节点不再需要的，请修改它的计划完成日期或数量，不要删除。"));
                setConfirmText("知道了");
                setCancelable(false);
            } else {
                body.add(new Paragraph("可以让项目退出年度计划：改为“计划外”，不再计入目标的分母，已完成的数量保留。"));
                setConfirmText("退出年度计划");
                addConfirmListener(confirm -> retire.run());
            }
        }
        setText(body);
    }

    private static UnorderedList relied(List<Reliance> dependents) {
        UnorderedList list = new UnorderedList();
        dependents.stream().limit(MOST).forEach(each -> list.add(new ListItem(each.inWords())));
        if (dependents.size() > MOST) {
            list.add(new ListItem("还有 " + (dependents.size() - MOST) + " 处。"));
        }
        return list;
    }

    private static String counted(Removal removal) {
        return Stream.of(
                        counted(removal.targets().size(), "指标"),
                        counted(removal.phases().size(), "项目"),
                        counted(removal.nodes().size(), "节点"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private static String counted(int count, String word) {
        return count == 0 ? "" : " " + count + " 个" + word;
    }

    private static String names(Removal removal) {
        List<String> names = Stream.of(
                        removal.targets().stream().map(Target::name),
                        removal.phases().stream().map(Phase::projectName),
                        removal.nodes().stream().map(Node::name))
                .flatMap(each -> each)
                .toList();
        String listed = names.stream().limit(MOST).collect(Collectors.joining("、"));
        return names.size() > MOST ? listed + "等。" : listed + "。";
    }
}
