package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Removal;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Before something is removed: what goes with it, who waited for it, and who relies on it. What is relied on can only be retired. */
final class RemovalDialog extends ConfirmDialog {

    private static final int MOST = 12;

    RemovalDialog(Removal removal, Map<String, Integer> dependents, Runnable remove, Runnable retire) {
        Div body = new Div();
        body.add(new Paragraph("将删除" + counted(removal) + "：" + names(removal)));
        if (!removal.freed().isEmpty()) {
            body.add(new Paragraph("以下节点不再等待它们：" + String.join("、", removal.freed()) + "。"));
        }
        setCancelable(true);
        setCancelText("取消");
        if (dependents.isEmpty()) {
            setHeader("确认" + removal.step().words());
            body.add(new Paragraph("删除后可以撤销(Ctrl+Z)。"));
            setConfirmText("删除");
            setConfirmButtonTheme("error primary");
            addConfirmListener(confirm -> remove.run());
        } else {
            setHeader("不能删除");
            body.add(new Paragraph("已有" + relied(dependents) + "与它相关，删除会使记录失去依据。"));
            if (removal.phases().isEmpty()) {
                body.add(new Paragraph("节点不再需要的，请修改它的计划完成日期或数量，不要删除。"));
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

    static String relied(Map<String, Integer> dependents) {
        return dependents.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue() + " 条")
                .collect(Collectors.joining("、"));
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
