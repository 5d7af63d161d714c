package cn.guatu.supervision.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.PagePart;
import cn.guatu.supervision.SupervisionWord;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.supervision.WordService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On the home page: the 批示 of the last weeks on targets and items that the reader sees. */
@org.springframework.stereotype.Component
@Order(3)
class HomeInstructions implements PagePart {

    private static final Duration RECENT = Duration.ofDays(28);
    private static final int MOST = 5;

    private final WordService words;
    private final BusinessClock clock;

    HomeInstructions(WordService words, BusinessClock clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String page() {
        return "";
    }

    @Override
    public String title() {
        return "批示";
    }

    @Override
    public Optional<Component> create(int year, String subject) {
        Instant since = clock.now().minus(RECENT);
        List<SupervisionWord> recent = words.words(year).stream()
                .filter(word -> word.kind() == Kind.INSTRUCTION && word.at().isAfter(since))
                .limit(MOST)
                .toList();
        if (recent.isEmpty()) {
            return Optional.empty();
        }
        Div lines = new Div();
        lines.addClassName("guatu-steps");
        recent.forEach(word -> lines.add(new Anchor(
                "supervision?view=" + SupervisionTab.WORDS.name(),
                word.subject() + "：" + word.text() + "（" + word.by() + " " + Words.minute(word.at()) + "）")));
        return Optional.of(lines);
    }
}
