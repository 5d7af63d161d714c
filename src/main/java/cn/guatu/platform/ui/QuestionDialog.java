package cn.guatu.platform.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Asks about what is not silently taken. */
public final class QuestionDialog extends ConfirmDialog {

    private static final int MOST = 8;

    /** Asks the questions, the first of them in full; {@code confirmed} runs when somebody means it. */
    public QuestionDialog(List<String> questions, Runnable confirmed) {
        setHeader("请核对");
        setWidth("520px");
        UnorderedList list = new UnorderedList();
        questions.stream().limit(MOST).forEach(each -> list.add(new ListItem(each)));
        if (questions.size() > MOST) {
            list.add(new ListItem("还有 " + (questions.size() - MOST) + " 条类似情况。"));
        }
        setText(list);
        setConfirmText("照此保存");
        setCancelText("取消");
        setCancelable(true);
        addConfirmListener(confirm -> confirmed.run());
    }
}
