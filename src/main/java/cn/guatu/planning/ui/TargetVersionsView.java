package cn.guatu.planning.ui;

import cn.guatu.planning.Attachment;
import cn.guatu.planning.TargetProposal;
import cn.guatu.planning.TargetProposals;
import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.platform.chart.YAxis;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one target: 预计 → 正式 → 调整 as a line of steps, what is proposed, and what it would change. */
@Route("targets/:year/:code")
@PageTitle("目标版本")
@PermitAll
class TargetVersionsView extends PageFrame implements BeforeEnterObserver {

    private final transient TargetService targets;
    private final transient TargetProposals proposals;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private @Nullable Target target;

    TargetVersionsView(TargetService targets, TargetProposals proposals, CurrentUser user, BusinessClock clock) {
        super("目标版本");
        this.targets = targets;
        this.proposals = proposals;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            int year = Integer.parseInt(event.getRouteParameters().get("year").orElse("0"));
            String code = event.getRouteParameters().get("code").orElse("");
            target = targets.find(year, code)
                    .orElseGet(() -> targets.require(year, URLDecoder.decode(code, StandardCharsets.UTF_8)));
            show();
        } catch (NumberFormatException | Refusal unknown) {
            body(new EmptyState("没有这个指标，或它已被删除。", new Anchor("breakdown", "回到分解台")));
        }
    }

    private void show() {
        Target shown = Objects.requireNonNull(target);
        title(shown.name());
        scope(shown.year() + " 年 · " + shown.code() + " · 责任领导 " + Objects.requireNonNullElse(shown.leader(), "未定"));
        List<TargetVersion> versions = targets.versions(shown.id());
        List<TargetProposal> all = proposals.of(shown.id());
        Anchor desk = new Anchor("breakdown/" + shown.year(), "分解台");
        if (user.has(Permission.PLAN)) {
            Button propose = new Button(
                    "提出调整", click -> panel.open("提出目标调整", new ProposalForm(shown, proposals, clock, this::done)));
            propose.addThemeVariants(ButtonVariant.PRIMARY);
            actions(desk, propose);
        } else {
            actions(desk);
        }
        List<Component> parts = new ArrayList<>();
        all.stream()
                .filter(each -> each.state() == TargetProposal.State.PROPOSED)
                .forEach(each -> parts.add(open(shown, each)));
        parts.add(chart(shown, versions));
        parts.add(VersionTables.versions(shown, versions));
        if (!all.isEmpty()) {
            parts.add(VersionTables.proposals(shown, all, this::paper));
        }
        body(parts.toArray(Component[]::new));
    }

    private Component open(Target shown, TargetProposal proposal) {
        Div card = new Div(
                new H2("待批准：拟" + proposal.status().label() + "为 " + Figures.quantity(proposal.value(), shown.unit())));
        card.addClassName("guatu-card");
        card.add(new Paragraph("文号 " + Objects.requireNonNullElse(proposal.docNo(), Figures.NONE) + " · 自 "
                + Figures.day(proposal.effectiveFrom(), shown.year()) + " 起 · 原因 "
                + Objects.requireNonNullElse(proposal.reason(), Figures.NONE) + " · 提出人 " + proposal.proposedBy()));
        if (proposal.fileName() != null) {
            card.add(paper(proposal));
        }
        card.add(new EffectTable(shown, proposals.effect(proposal.data())));
        Div buttons = new Div();
        buttons.addClassName("guatu-buttons");
        if (user.has(Permission.APPROVE)) {
            TextField remark = new TextField();
            remark.setPlaceholder("意见（不批准时必填）");
            remark.setWidth("280px");
            Button approve = new Button(
                    "批准", click -> carryOut(() -> proposals.approve(proposal, remark.getValue()), "已批准，自生效日期起执行。"));
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            Button reject = new Button(
                    "不批准", click -> carryOut(() -> proposals.reject(proposal, remark.getValue()), "已退回提出人。"));
            buttons.add(remark, approve, reject);
        } else {
            buttons.add(new Paragraph("等待责任领导批准。"));
        }
        if (user.has(Permission.PLAN)) {
            buttons.add(new Button("撤回", click -> carryOut(() -> proposals.withdraw(proposal), "已撤回。")));
        }
        card.add(buttons);
        return card;
    }

    private static Component chart(Target shown, List<TargetVersion> versions) {
        List<String> months = new ArrayList<>();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate end = YearMonth.of(shown.year(), month).atEndOfMonth();
            months.add(month + "月");
            BigDecimal value = TargetVersion.inForce(versions, end)
                    .map(TargetVersion::value)
                    .orElse(null);
            values.add(value == null ? null : "%".equals(shown.unit()) ? value.movePointRight(2) : value);
        }
        ApexChart chart = new ApexChart()
                .asSteps()
                .withoutLegend()
                .withXAxis(XAxis.of(months))
                .withYAxis(new YAxis(0d, null, " " + shown.unit(), 2, true))
                .withSeries(Series.line("月末执行的目标", values).coloured("#1f66c1"));
        chart.setHeight("200px");
        Div card = new Div(new H2("月末执行的目标值"), chart);
        card.addClassName("guatu-card");
        return card;
    }

    private Anchor paper(TargetProposal proposal) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    Attachment file = proposals.file(proposal.id()).orElseThrow();
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(
                            new ByteArrayInputStream(file.content()),
                            file.name(),
                            "application/octet-stream",
                            file.content().length);
                }),
                "附件 " + Objects.requireNonNullElse(proposal.fileName(), ""));
        link.getElement().setAttribute("download", true);
        return link;
    }

    private void done(String sentence) {
        panel.shut();
        Notices.success(sentence);
        show();
    }

    private void carryOut(Runnable act, String done) {
        try {
            act.run();
            Notices.success(done);
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        show();
    }

    private void closePanel() {
        panel.shut();
    }
}
