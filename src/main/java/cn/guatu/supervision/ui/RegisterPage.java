package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.SidePanel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a register: filters and the open line stand in the address, details come from the right. */
@CssImport("./registers/registers.css")
abstract class RegisterPage extends Div implements BeforeEnterObserver {

    static final String YEAR = "year";
    static final String OPEN = "open";
    static final String TEXT = "text";

    private final transient Registers registers;
    private final PageFrame page;
    private final SidePanel panel = new SidePanel(() -> go(OPEN, null));
    private final TextField search = new TextField();
    private PageState address = new PageState("", Map.of());
    private int year;

    RegisterPage(String title, Registers registers) {
        this.registers = registers;
        this.page = new PageFrame(title);
        setSizeFull();
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(TEXT, change.getValue());
            }
        });
        add(page, panel);
    }

    /** Shows what the address says. */
    abstract void show();

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = PageState.of(event.getLocation());
        List<Integer> years = registers.years();
        if (years.isEmpty()) {
            page.body(new EmptyState("还没有年度计划,请先导入一张表。"));
            return;
        }
        int thisYear = registers.clock().today().getYear();
        int usual = years.contains(thisYear) ? thisYear : years.getFirst();
        year = given(YEAR)
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(years::contains)
                .orElse(usual);
        search.setValue(given(TEXT).orElse(""));
        show();
    }

    Registers registers() {
        return registers;
    }

    PageFrame page() {
        return page;
    }

    SidePanel panel() {
        return panel;
    }

    int year() {
        return year;
    }

    Optional<String> given(String key) {
        return Optional.ofNullable(address.get(key));
    }

    /** The number that the address names under this key. */
    Optional<Long> number(String key) {
        return given(key)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(value -> value > 0);
    }

    TextField search(String placeholder) {
        search.setPlaceholder(placeholder);
        return search;
    }

    /** A choice among words that the address keeps; nothing chosen means all. */
    Select<String> choice(String key, String all, List<String> words) {
        Select<String> select = new Select<>();
        select.setItems(words);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setAriaLabel(all);
        given(key).filter(words::contains).ifPresent(select::setValue);
        if (select.isEmpty()) {
            select.setPlaceholder(all);
        }
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(key, change.getValue());
            }
        });
        return select;
    }

    /** Goes to the same page with one thing changed; null or blank takes it away. */
    void go(String key, @Nullable String value) {
        address.with(key, value).go();
    }

    /** Does something that may be refused, says so, and shows the page anew. @return whether it was done */
    boolean done(Runnable work, String sentence) {
        try {
            work.run();
            Notices.success(sentence);
            show();
            return true;
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
            return false;
        }
    }

    static boolean matches(String text, @Nullable String... words) {
        if (text.isBlank()) {
            return true;
        }
        for (String word : words) {
            if (word != null && word.contains(text.strip())) {
                return true;
            }
        }
        return false;
    }

    static <T> List<String> distinct(List<T> items, Function<T, @Nullable String> word) {
        return items.stream()
                .map(word)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    static Component mark(String word, boolean strong) {
        com.vaadin.flow.component.html.Span mark = new com.vaadin.flow.component.html.Span(word);
        mark.addClassName("guatu-mark");
        if (strong) {
            mark.addClassName("strong");
        }
        return mark;
    }
}
