package cn.guatu.notification.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weekly mail of a person, the same in HTML and in plain text.
 *
 * @param name whom it is for
 * @param week such as 第47周(11/16–11/22)
 * @param items what he has not read, latest first
 * @param base the product's address with a slash at the end; what is behind it asks for the sign-in
 */
public record Digest(String name, String week, List<Item> items, String base) {

    private static final int MOST = 60;

    /**
     * One notice.
     *
     * @param picture Content-ID of the picture that the mail carries for it; null without one
     */
    public record Item(
            String kind,
            boolean urgent,
            String title,
            String body,
            String link,
            @Nullable String picture) {

        /** A notice without a picture. */
        public Item(String kind, boolean urgent, String title, String body, String link) {
            this(kind, urgent, title, body, link, null);
        }
    }

    /** Copies the items. */
    public Digest {
        items = List.copyOf(items);
    }

    /** The subject line. */
    public String subject() {
        long urgent = items.stream().filter(Item::urgent).count();
        return "挂图作战:" + items.size() + " 条未读通知" + (urgent == 0 ? "" : ",其中紧急 " + urgent + " 条") + "(" + week + ")";
    }

    /** The plain text. */
    public String text() {
        StringBuilder text = new StringBuilder(name)
                .append(",您好:\n\n您有 ")
                .append(items.size())
                .append(" 条未读通知。\n");
        for (Item item : shown()) {
            text.append("\n【")
                    .append(item.kind())
                    .append(item.urgent() ? "·紧急" : "")
                    .append("】")
                    .append(item.title())
                    .append('\n');
            if (!item.body().isEmpty()) {
                text.append(item.body()).append('\n');
            }
            text.append(address(item)).append('\n');
        }
        if (items.size() > MOST) {
            text.append("\n另有 ").append(items.size() - MOST).append(" 条,请登录查看。\n");
        }
        return text.append("\n链接须登录后打开。每人每周最多一封;接收方式可在 ")
                .append(base)
                .append("notices/settings 修改。\n")
                .toString();
    }

    /** The HTML: tables and inline styles, as mail programs want it. */
    public String html() {
        StringBuilder html = new StringBuilder(
                        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;background:#f5f7f9\">")
                .append(
                        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\" style=\"padding:16px\">")
                .append(
                        "<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:600px;width:100%;background:#ffffff;border:1px solid #dfe4ea;border-radius:8px;font-family:'Microsoft YaHei','PingFang SC',sans-serif;color:#1b2530\">")
                .append("<tr><td style=\"padding:16px 20px 4px;font-size:18px;font-weight:bold\">挂图作战 · ")
                .append(escaped(week))
                .append("</td></tr><tr><td style=\"padding:0 20px 8px;font-size:14px;color:#566473\">")
                .append(escaped(name))
                .append(",您有 ")
                .append(items.size())
                .append(" 条未读通知</td></tr>");
        for (Item item : shown()) {
            html.append(
                            "<tr><td style=\"padding:10px 20px;border-top:1px solid #dfe4ea;font-size:14px;line-height:1.6\">")
                    .append("<span style=\"font-size:12px;color:")
                    .append(item.urgent() ? "#ab1826" : "#566473")
                    .append("\">")
                    .append(escaped(item.kind()))
                    .append(item.urgent() ? " · 紧急" : "")
                    .append("</span><br><a href=\"")
                    .append(escaped(address(item)))
                    .append("\" style=\"color:#1f66c1;text-decoration:none\">")
                    .append(escaped(item.title()))
                    .append("</a>");
            if (!item.body().isEmpty()) {
                html.append("<br><span style=\"color:#566473\">")
                        .append(escaped(item.body()).replace("\n", "<br>"))
                        .append("</span>");
            }
            if (item.picture() != null) {
                html.append("<br><img src=\"cid:")
                        .append(item.picture())
                        .append("\" alt=\"")
                        .append(escaped(item.title()))
                        .append("\" width=\"558\" style=\"max-width:100%;border:1px solid #dfe4ea\">");
            }
            html.append("</td></tr>");
        }
        if (items.size() > MOST) {
            html.append("<tr><td style=\"padding:10px 20px;border-top:1px solid #dfe4ea;font-size:14px\">另有 ")
                    .append(items.size() - MOST)
                    .append(" 条,请登录查看。</td></tr>");
        }
        return html.append(
                        "<tr><td style=\"padding:12px 20px 16px;border-top:1px solid #dfe4ea;font-size:12px;color:#566473\">")
                .append("链接须登录后打开。每人每周最多一封;<a href=\"")
                .append(escaped(base))
                .append(
                        "notices/settings\" style=\"color:#1f66c1\">修改接收方式</a></td></tr></table></td></tr></table></body></html>")
                .toString();
    }

    private List<Item> shown() {
        return items.subList(0, Math.min(MOST, items.size()));
    }

    private String address(Item item) {
        return base + (item.link().isEmpty() ? "notices" : item.link());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
