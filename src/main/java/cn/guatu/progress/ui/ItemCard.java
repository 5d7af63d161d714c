package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.Claim;
import cn.guatu.progress.ReportState;
import cn.guatu.progress.Submission;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.WeeklyReport;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** An item of the week: one line with what it is and how far it has come, and its form when it is being worked on. */
final class ItemCard extends Div {

    private final Week week;
    private final MyWeekView page;
    private final boolean open;
    private WeekItem item;

    ItemCard(Week week, MyWeekView page, WeekItem item, boolean open) {
        this.week = week;
        this.page = page;
        this.item = item;
        this.open = open;
        addClassNames("guatu-card", "guatu-item");
        setId("item-" + Words.key(item.key()));
        show(false);
    }

    WeekItem item() {
        return item;
    }

    /** Whether there is something to do here. */
    boolean isOpen() {
        return open && item.isOpen();
    }

    /** Opens the form. */
    void work() {
        item = week.mine().item(item.key());
        show(open && item.state() != ReportState.APPROVED);
    }

    /** Folds the form away; what was typed is kept. */
    void rest() {
        item = week.mine().item(item.key());
        show(false);
    }

    private void show(boolean working) {
        removeAll();
        getElement().getClassList().set("working", working);
        getElement().getClassList().set("done", !item.isOpen());
        H2 title = new H2(new Anchor("projects/" + item.projectCode() + "?year=" + item.year(), item.title()));
        Span facts = new Span(Words.due(item, week.clock().today())
                + (item.askedFor() == null ? "" : " · " + item.askedFor())
                + (item.key().week().equals(page.shownWeek())
                        ? ""
                        : " · 补报" + Words.week(item.key().week())));
        facts.addClassName("guatu-secondary");
        Div head = new Div(Words.state(item.state()), title, facts);
        head.addClassName("head");
        add(head);
        WeeklyReport report = item.report();
        if (item.state() == ReportState.RETURNED && report != null) {
            Paragraph why = new Paragraph("退回原因：" + report.returnReason());
            why.addClassName("guatu-problem");
            add(why);
        }
        if (working) {
            lastWeek();
            ReportForm form = new ReportForm(week, item, done -> page.next(this));
            add(form);
            form.begin();
        } else {
            add(said(), buttons());
        }
    }

    private void lastWeek() {
        WeeklyReport last = item.last();
        if (last != null && last.claim().progress() != null) {
            Paragraph before = new Paragraph("上次(" + Words.week(last.item().week()) + ")："
                    + last.claim().progress()
                    + (last.claim().nextSteps() == null
                            ? ""
                            : " 下步：" + last.claim().nextSteps()));
            before.addClassNames("guatu-sentence", "last");
            add(before);
        }
    }

    private Span said() {
        WeeklyReport report = item.report();
        if (report == null || report.state() == ReportState.DRAFT) {
            Span none = new Span(
                    item.counted() == null ? "" : item.counted().name() + " 已确认 " + Words.confirmed(item.counted()));
            none.addClassName("guatu-secondary");
            return none;
        }
        Claim claim = report.claim();
        String quantity = claim.cumulative() == null || item.counted() == null
                ? ""
                : "累计 " + Words.amount(claim.cumulative(), claim.denominator(), item.counted()) + "；";
        String recognised = report.recognised() == null || item.counted() == null
                ? ""
                : "认定 " + Figures.quantity(report.recognised(), item.counted().unit()) + "；";
        return new Span(
                quantity + recognised + (claim.noChange() ? "无变化" : claim.progress() == null ? "" : claim.progress()));
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassName("guatu-buttons");
        if (open && item.isOpen()) {
            Button none = new Button("无变化", click -> nothingMoved());
            Button report =
                    new Button(item.state() == ReportState.NOT_REPORTED ? "填报" : "继续填报", click -> page.work(this));
            report.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(none, report);
        } else if (open && item.state() == ReportState.SUBMITTED) {
            Button back = new Button(
                    "撤回",
                    click -> attempt(() -> {
                        week.reports().withdraw(item.key(), item.version());
                        page.refresh(this);
                    }));
            Button edit = new Button("修改", click -> page.work(this));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            edit.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(edit, back);
        }
        Anchor history = new Anchor(Words.timeline(item.key()), "历程");
        history.addClassName("guatu-history-link");
        buttons.add(history);
        return buttons;
    }

    private void nothingMoved() {
        attempt(() -> {
            week.reports().submit(new Submission(item.key(), Claim.nothingMoved(), item.version()));
            page.refresh(this);
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
    }
}
