package cn.guatu.rollup.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PagePart;
import cn.guatu.project.Assisting;
import cn.guatu.project.Phase;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One project: who answers for it, its nodes, what it has recognised, and what happened to it. */
@Route("projects/:code")
@PageTitle("项目")
@PermitAll
class ProjectView extends DeskPage {

    private final transient ObjectProvider<PagePart> parts;
    private @Nullable Runnable again;

    ProjectView(Desk desk, ObjectProvider<PagePart> parts) {
        super("项目", desk);
        this.parts = parts;
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        String code = DeskPage.segment(parameters, "code");
        again = () -> show(showing, parameters);
        List<Phase> phases = desk().phases(showing.year(), showing.scope()).stream()
                .filter(phase -> phase.projectCode().equals(code))
                .toList();
        if (phases.isEmpty()) {
            throw Refusal.notFound(showing.year() + " 年没有编码为“" + code + "”的项目,或者不在您的数据范围内。");
        }
        Phase first = phases.getFirst();
        title(first.projectName());
        scope(first.projectCode() + " · " + first.category().label() + " · 数据截至 "
                + Figures.day(showing.day(), showing.year()));
        Map<UnitId, Unit> units = desk().units();
        List<NodeFigure> nodes =
                desk().rollup().nodes(showing.year(), NodeState.ALL, showing.asOf(), showing.scope()).stream()
                        .filter(node -> node.project().equals(code))
                        .toList();
        List<Component> body = new ArrayList<>();
        for (Phase phase : phases) {
            body.add(responsibility(phase, units, phases.size() > 1));
            body.add(nodes(showing, phase, nodes));
            body.add(new LedgerCard(desk(), showing, phase, this));
        }
        parts.orderedStream()
                .filter(part -> part.page().equals("projects/:code"))
                .forEach(part ->
                        part.create(showing.year(), code).ifPresent(content -> body.add(card(part.title(), content))));
        body(body.toArray(Component[]::new));
    }

    /** Shows the page anew after something was posted. */
    void reload() {
        closePanel();
        if (again != null) {
            again.run();
        }
    }

    private static Component responsibility(Phase phase, Map<UnitId, Unit> units, boolean split) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("guatu-facts");
        fact(facts, "责任领导", phase.leader());
        fact(facts, "牵头科室", ProjectsView.name(units, phase.lead()));
        fact(facts, "责任人", phase.owner());
        fact(facts, "配合单位", phase.assisting().stream().map(Assisting::name).collect(Collectors.joining("、")));
        fact(
                facts,
                "街道",
                phase.shares().stream()
                        .map(share -> ProjectsView.name(units, share.street())
                                + (phase.shares().size() == 1 ? "" : " " + Figures.share(share.share())))
                        .collect(Collectors.joining("、")));
        fact(facts, "计划性质", phase.nature().label());
        fact(facts, "实施主体", phase.implementer());
        fact(facts, "备注", phase.remark());
        return card(split || !"一期".equals(phase.name()) ? phase.name() + " · 责任清单" : "责任清单", facts);
    }

    private Component nodes(Showing showing, Phase phase, List<NodeFigure> all) {
        List<NodeFigure> nodes =
                all.stream().filter(node -> node.phase().equals(phase.name())).toList();
        if (nodes.isEmpty()) {
            return card("节点", new Span("这个分期还没有节点。"));
        }
        NodeTable table = new NodeTable(showing.year(), false).inFull(nodes);
        boolean mayComplete = mayComplete(phase);
        boolean mayRecognise = desk().user().mayRecognise(phase.lead());
        table.addColumn(node -> node.targetCode() == null
                        ? ""
                        : node.targetCode() + " " + Figures.number(node.quantity())
                                + (node.recognised() == null ? "" : ",已计入 " + Figures.number(node.recognised())))
                .setHeader("计入指标")
                .setWidth("200px");
        if (mayComplete || mayRecognise) {
            table.addComponentColumn(node -> actions(phase, node, mayComplete, mayRecognise))
                    .setHeader("办理")
                    .setFrozenToEnd(true)
                    .setWidth("180px")
                    .setFlexGrow(0);
        }
        return card("节点 " + nodes.size() + " 个", table);
    }

    private Component actions(Phase phase, NodeFigure node, boolean mayComplete, boolean mayRecognise) {
        Div buttons = new Div();
        buttons.addClassName("guatu-buttons");
        if (mayComplete && node.actual() == null) {
            Button complete = small("完成节点");
            complete.addClickListener(click -> openPanel("完成节点", new CompleteNodeForm(this, phase, node)));
            buttons.add(complete);
        }
        if (mayRecognise && node.targetCode() != null) {
            Button recognise = small("计入");
            recognise.addClickListener(
                    click -> openPanel("计入", new RecogniseForm(this, phase, RecogniseForm.Proposal.of(node))));
            buttons.add(recognise);
        }
        return buttons;
    }

    private boolean mayComplete(Phase phase) {
        return desk().user().mayRecognise(phase.lead())
                || (desk().user().has(Permission.REPORT)
                        && desk().user().scope().departments().contains(phase.lead()));
    }

    static Button small(String verb) {
        Button button = new Button(verb);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    static Div card(String heading, Component... content) {
        Div card = new Div(new H2(heading));
        card.addClassName("guatu-card");
        card.add(content);
        return card;
    }

    private static void fact(DescriptionList facts, String term, @Nullable String description) {
        if (description != null && !description.isBlank()) {
            facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
        }
    }
}
