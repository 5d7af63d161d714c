package cn.guatu.scheduling.ui;

import cn.guatu.scheduling.StageTemplate;
import cn.guatu.scheduling.TemplateState;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Before a template is deleted: who was planned from it. One that is in use can only be retired. */
final class TemplateRemoval extends ConfirmDialog {

    private static final int MOST = 12;

    TemplateRemoval(StageTemplate template, List<String> users, Runnable delete, Runnable retire) {
        setWidth("520px");
        setCancelable(true);
        setCancelText("不删除");
        if (users.isEmpty()) {
            setHeader("删除" + template.title() + "？");
            setText("没有项目套用过它；删除后不能恢复。");
            setConfirmText("删除");
            setConfirmButtonTheme("error primary");
            addConfirmListener(confirmed -> delete.run());
            return;
        }
        setHeader(template.title() + "不能删除");
        UnorderedList list = new UnorderedList();
        users.stream().limit(MOST).forEach(each -> list.add(new ListItem(each)));
        if (users.size() > MOST) {
            list.add(new ListItem("还有 " + (users.size() - MOST) + " 个项目。"));
        }
        Div body = new Div(new Paragraph("以下 " + users.size() + " 个项目是按它排的："), list);
        if (template.state() == TemplateState.ACTIVE) {
            body.add(new Paragraph("可以停用：以后不再供选择，已套用的项目不变。"));
            setConfirmText("停用");
            addConfirmListener(confirmed -> retire.run());
        } else {
            body.add(new Paragraph("它已经停用，不再供选择。"));
            setConfirmText("知道了");
            setCancelable(false);
        }
        setText(body);
    }
}
