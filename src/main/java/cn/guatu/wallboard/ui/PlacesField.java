package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.wallboard.WallPage;
import cn.guatu.wallboard.WallPlace;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pages of a wall: a line each with its dwell and its hours, moved up and down by buttons that the keyboard reaches too. */
class PlacesField extends VerticalLayout {

    private final transient List<WallPage> kinds;
    private final List<Line> lines = new ArrayList<>();
    private final VerticalLayout list = new VerticalLayout();
    private final Span round = new Span();

    PlacesField(List<WallPage> kinds) {
        this.kinds = kinds;
        setPadding(false);
        list.setPadding(false);
        list.setSpacing("4px");
        Select<WallPage> another = new Select<>();
        another.setItems(kinds);
        another.setItemLabelGenerator(WallPage::label);
        another.setPlaceholder("添加页面");
        another.setAriaLabel("添加页面");
        another.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                lines.add(new Line(WallPlace.always(
                        change.getValue().kind(), change.getValue().usualDwell())));
                another.clear();
                order();
            }
        });
        add(new Span("页面（依次轮播；时段留空为全天，可跨零点）"), list, another, round);
    }

    void set(List<WallPlace> places) {
        lines.clear();
        places.forEach(place -> lines.add(new Line(place)));
        order();
    }

    /** @throws Refusal when a time was written that is none */
    List<WallPlace> places() {
        lines.forEach(Line::check);
        return lines.stream().map(Line::place).toList();
    }

    private void order() {
        list.removeAll();
        lines.forEach(list::add);
        count();
    }

    private void count() {
        int seconds = lines.stream().mapToInt(Line::seconds).sum();
        round.setText(lines.isEmpty() ? "" : "%d 页，一轮 %d 分 %d 秒".formatted(lines.size(), seconds / 60, seconds % 60));
    }

    private void move(Line line, int by) {
        int at = lines.indexOf(line);
        int to = at + by;
        if (to >= 0 && to < lines.size()) {
            lines.remove(at);
            lines.add(to, line);
            order();
        }
    }

    private final class Line extends HorizontalLayout {
        private final String kind;
        private final String label;
        private final IntegerField dwell = new IntegerField();
        private final TimePicker from;
        private final TimePicker until;

        Line(WallPlace place) {
            kind = place.kind();
            label = kinds.stream()
                    .filter(each -> each.kind().equals(kind))
                    .map(WallPage::label)
                    .findFirst()
                    .orElse(kind);
            Span name = new Span(label);
            name.setMinWidth("72px");
            dwell.setValue(place.dwell());
            dwell.setSuffixComponent(new Span("秒"));
            dwell.setAriaLabel(label + "停留秒数");
            dwell.setWidth("88px");
            dwell.addValueChangeListener(change -> count());
            from = time("起");
            until = time("止");
            from.setValue(place.from());
            until.setValue(place.until());
            setDefaultVerticalComponentAlignment(FlexComponent.Alignment.CENTER);
            setSpacing("4px");
            add(
                    name,
                    dwell,
                    from,
                    until,
                    button("↑", "上移" + label, () -> move(this, -1)),
                    button("↓", "下移" + label, () -> move(this, 1)),
                    button("×", "去掉" + label, () -> {
                        lines.remove(this);
                        order();
                    }));
        }

        WallPlace place() {
            return new WallPlace(kind, seconds(), from.getValue(), until.getValue());
        }

        int seconds() {
            return dwell.getValue() == null ? 0 : dwell.getValue();
        }

        void check() {
            if (from.isInvalid() || until.isInvalid()) {
                throw Refusal.invalid("“" + label + "”的时段不是一个时间，请写成 08:30 这样。");
            }
        }

        private TimePicker time(String placeholder) {
            TimePicker time = new TimePicker();
            time.setPlaceholder(placeholder);
            time.setAriaLabel(label + placeholder);
            time.setLocale(Locale.CHINA);
            time.setStep(Duration.ofMinutes(30));
            time.setClearButtonVisible(true);
            time.setWidth("104px");
            return time;
        }

        private Button button(String sign, String says, Runnable work) {
            Button button = new Button(sign, click -> work.run());
            button.setAriaLabel(says);
            button.addThemeVariants(ButtonVariant.TERTIARY);
            return button;
        }
    }
}
