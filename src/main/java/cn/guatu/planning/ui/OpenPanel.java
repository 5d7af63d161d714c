package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Completeness;
import cn.guatu.planning.rule.OpenItem;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** 分解完成度 and 未分解清单: every entry leads to its row. */
final class OpenPanel extends Div {

    private static final int MOST_OF_A_KIND = 30;

    private final transient Consumer<String> reveal;

    OpenPanel(Consumer<String> reveal) {
        this.reveal = reveal;
        addClassName("guatu-card");
    }

    void show(Completeness judged) {
        removeAll();
        H2 head = new H2("分解完成度");
        Span rate = new Span(Figures.rate(judged.rate()));
        rate.addClassNames("guatu-figure", "guatu-rate-word");
        rate.getElement().setAttribute("data-figure", "completeness");
        rate.getElement().setAttribute("title", "有人、有日期、有数量的节点计划量 ÷ 年度目标，每项指标至多 100%，按权重平均。");
        head.add(rate);
        add(head);
        if (judged.open().isEmpty()) {
            add(new Paragraph(judged.rate() == null ? "还没有指标。" : "没有未分解的事项。"));
            return;
        }
        Map<OpenItem.Kind, List<OpenItem>> byKind = judged.open().stream()
                .collect(Collectors.groupingBy(
                        OpenItem::kind, () -> new EnumMap<>(OpenItem.Kind.class), Collectors.toList()));
        byKind.forEach((kind, items) -> {
            Span title = new Span(kind.label() + " " + items.size());
            title.addClassName("guatu-open-kind");
            UnorderedList list = new UnorderedList();
            list.addClassName("guatu-open-list");
            items.stream().limit(MOST_OF_A_KIND).forEach(item -> list.add(new ListItem(entry(item))));
            if (items.size() > MOST_OF_A_KIND) {
                list.add(new ListItem("还有 " + (items.size() - MOST_OF_A_KIND) + " 条。"));
            }
            add(title, list);
        });
    }

    private NativeButton entry(OpenItem item) {
        NativeButton button = new NativeButton(item.what(), click -> reveal.accept(item.key()));
        button.addClassName("guatu-open");
        Span why = new Span(item.why());
        why.addClassName("guatu-secondary");
        button.add(why);
        return button;
    }
}
