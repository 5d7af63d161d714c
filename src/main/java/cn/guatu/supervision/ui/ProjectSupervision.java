package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.PagePart;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.SupervisionOrder;
import cn.guatu.supervision.SupervisionWord;
import cn.guatu.supervision.WordService;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 督办单, 催办 and 批示 on the page of the project that they are about. */
@Component
@Order(30)
class ProjectSupervision implements PagePart {

    private final OrderService orders;
    private final WordService words;
    private final ProjectService projects;

    ProjectSupervision(OrderService orders, WordService words, ProjectService projects) {
        this.orders = orders;
        this.words = words;
        this.projects = projects;
    }

    @Override
    public String page() {
        return "projects/:code";
    }

    @Override
    public String title() {
        return "督办与批示";
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> create(int year, String subject) {
        Set<PhaseId> phases = projects.phasesOf(subject).stream()
                .filter(phase -> phase.year() == year)
                .map(Phase::id)
                .collect(Collectors.toSet());
        List<SupervisionOrder> open = orders.orders(year).stream()
                .filter(order -> order.phase() != null && phases.contains(order.phase()))
                .toList();
        List<SupervisionWord> said = words.words(year).stream()
                .filter(word -> word.about().phase() != null
                        && phases.contains(word.about().phase()))
                .toList();
        if (open.isEmpty() && said.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        for (SupervisionOrder order : open) {
            Anchor link = new Anchor("supervision/orders/" + order.id().value(), order.title());
            list.add(new ListItem(link, new Span(" " + order.state().label() + " · " + order.subject())));
        }
        for (SupervisionWord word : said) {
            list.add(new ListItem(word.kind().label() + " · " + word.by() + " · " + Words.minute(word.at()) + "："
                    + word.subject() + "，" + word.text()));
        }
        return Optional.of(list);
    }
}
