package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PagePart;
import cn.guatu.supervision.CalendarFeed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** 日历订阅 on the page of 接收设置: the address, shown once, and its end. */
@org.springframework.stereotype.Component
@Order(10)
class CalendarPart implements PagePart {

    private final CalendarFeed feed;

    CalendarPart(CalendarFeed feed) {
        this.feed = feed;
    }

    @Override
    public String page() {
        return "notices/settings";
    }

    @Override
    public String title() {
        return "日历订阅";
    }

    @Override
    public Optional<Component> create(int year, String subject) {
        Div part = new Div();
        part.addClassName("guatu-settings");
        fill(part);
        return Optional.of(part);
    }

    private void fill(Div part) {
        part.removeAll();
        boolean on = feed.isOn();
        Paragraph what = new Paragraph("把我未完成的节点放进手机或电脑的日历(.ics 订阅)。地址只显示一次,知道地址的人就能看到,请勿转发。");
        what.addClassName("guatu-secondary");
        Button renew = new Button(on ? "重新生成地址" : "生成地址", click -> {
            if (on) {
                sure("重新生成后,原地址立即失效。", "重新生成", () -> show(part));
            } else {
                show(part);
            }
        });
        Button end = new Button(
                "停用",
                click -> sure("停用后,已订阅的日历不再更新。", "停用", () -> {
                    feed.end();
                    fill(part);
                    Notices.success("日历订阅已停用。");
                }));
        end.setVisible(on);
        Div buttons = new Div(renew, end);
        buttons.addClassName("guatu-buttons");
        part.add(what, new Paragraph(on ? "已有订阅地址。" : "还没有订阅地址。"), buttons);
    }

    private void show(Div part) {
        String address = feed.renew();
        fill(part);
        TextField shown = new TextField("订阅地址(请现在复制)");
        shown.setValue(address);
        shown.setReadOnly(true);
        shown.setWidthFull();
        part.add(shown);
    }

    private static void sure(String sentence, String verb, Runnable work) {
        ConfirmDialog dialog = new ConfirmDialog(verb, sentence, verb, confirm -> work.run());
        dialog.setCancelable(true);
        dialog.setCancelText("取消");
        dialog.open();
    }
}
