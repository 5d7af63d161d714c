package cn.guatu.security.ui;

import cn.guatu.platform.ui.Notices;
import cn.guatu.security.AccountAdministration.Issued;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Secrets that are shown once: one-time links and tokens, with a button that copies them. */
final class Links {

    private Links() {}

    /** Shows the links of new or reset accounts. */
    static void show(List<Issued> issued) {
        String base = base();
        UnorderedList list = new UnorderedList();
        list.addClassName("guatu-links");
        issued.forEach(each -> list.add(new ListItem(
                new Span(each.displayName() + "(" + each.username() + ")"), new Code(address(base, each)))));
        String all = issued.stream()
                .map(each -> each.displayName() + " " + each.username() + " " + address(base, each))
                .collect(Collectors.joining("\n"));
        show("一次性链接", "请把链接发给本人,由其自行设置密码。链接 72 小时内有效,只能用一次,关闭后不再显示。", list, all);
    }

    /** Shows the secret of a new token. */
    static void showToken(String name, String secret) {
        UnorderedList list = new UnorderedList(new ListItem(new Span(name), new Code(secret)));
        list.addClassName("guatu-links");
        show("接口令牌", "请立即复制保存。令牌只显示这一次,系统中只存摘要。", list, secret);
    }

    private static void show(String title, String sentence, UnorderedList list, String all) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("min(640px, 94vw)");
        // a click beside it would lose what is shown only once
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        dialog.add(new Paragraph(sentence), list);
        Button copy = new Button(
                "复制",
                click -> UI.getCurrent()
                        .getPage()
                        .executeJs("return navigator.clipboard.writeText($0)", all)
                        .then(done -> Notices.success("已复制。"), failed -> Notices.error("浏览器不允许复制,请选中文字后手动复制。")));
        dialog.getFooter().add(copy, new Button("我已保存,关闭", click -> dialog.close()));
        dialog.open();
    }

    private static String address(String base, Issued issued) {
        return base + "/" + InvitationView.PATH + "?token=" + issued.token();
    }

    private static String base() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            String url = request.getHttpServletRequest().getRequestURL().toString();
            int path = url.indexOf('/', url.indexOf("://") + 3);
            return (path < 0 ? url : url.substring(0, path)) + request.getContextPath();
        }
        return "";
    }
}
