package cn.guatu.security.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.AuditEntry;
import cn.guatu.security.AuditFilter;
import cn.guatu.security.AuditService;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 审计: who did what, when and from where; and whether the trail is whole. */
@Route("audit")
@Menu(title = "审计", order = 74, icon = "vaadin:eye")
@PageTitle("审计 · 挂图作战")
@RolesAllowed(Roles.ADMIN)
class AuditView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);

    private final AuditService audit;
    private final PageFrame page = new PageFrame("审计");
    private final Grid<AuditEntry> grid = new Grid<>();
    private final TextField words = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final SidePanel details = new SidePanel(() -> grid.asSingleSelect().clear());

    AuditView(AuditService audit) {
        this.audit = audit;
        setSizeFull();
        grid.addColumn(AuditEntry::seq).setHeader("序号").setFlexGrow(0);
        grid.addColumn(each -> SECOND.format(each.at())).setHeader("时间").setAutoWidth(true);
        grid.addColumn(each -> AuditWords.actor(each.actor())).setHeader("账号");
        grid.addColumn(each -> AuditWords.source(each.source())).setHeader("来源");
        grid.addColumn(each -> AuditWords.action(each.action())).setHeader("动作");
        grid.addColumn(AuditEntry::subject).setHeader("对象").setAutoWidth(true);
        grid.setEmptyStateText("没有符合条件的记录。");
        grid.asSingleSelect().addValueChangeListener(change -> show(change.getValue()));
        grid.setItems(DataProvider.fromCallbacks(
                query -> audit.page(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> audit.count(filter())));
        words.setPlaceholder("账号、动作、对象、来源");
        words.setAriaLabel("查找");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> filtered(change.isFromClient()));
        day(from, "起");
        day(until, "止");
        page.filters(words, from, until);
        page.actions(new Button("核验完整性", click -> verify()));
        page.body(grid);
        add(page, details);
    }

    private void day(DatePicker picker, String name) {
        picker.setPlaceholder(name);
        picker.setAriaLabel(name);
        picker.setI18n(ChineseTexts.datePicker());
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(change -> filtered(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        words.setValue(query.getSingleParameter("q").orElse(""));
        from.setValue(dayOf(query.getSingleParameter("from")));
        until.setValue(dayOf(query.getSingleParameter("until")));
        grid.getDataProvider().refreshAll();
    }

    private void filtered(boolean byHand) {
        if (byHand) {
            Map<String, String> query = new LinkedHashMap<>();
            if (!words.isEmpty()) {
                query.put("q", words.getValue());
            }
            if (from.getValue() != null) {
                query.put("from", from.getValue().toString());
            }
            if (until.getValue() != null) {
                query.put("until", until.getValue().toString());
            }
            UI.getCurrent().navigate(AuditView.class, QueryParameters.simple(query));
        }
    }

    private AuditFilter filter() {
        LocalDate last = until.getValue();
        return new AuditFilter(
                words.getValue(), startOf(from.getValue()), startOf(last == null ? null : last.plusDays(1)));
    }

    private void show(@Nullable AuditEntry entry) {
        if (entry == null) {
            details.shut();
        } else {
            details.open(
                    "第 " + entry.seq() + " 行",
                    new Span(SECOND.format(entry.at()) + " " + AuditWords.actor(entry.actor()) + " "
                            + AuditWords.action(entry.action())),
                    new H3("之前"),
                    new Pre(entry.before() == null ? "—" : entry.before()),
                    new H3("之后"),
                    new Pre(entry.after() == null ? "—" : entry.after()));
        }
    }

    private void verify() {
        audit.verify()
                .ifPresentOrElse(
                        finding -> Notices.error("审计记录不完整:" + finding.sentence()),
                        () -> Notices.success("审计记录完整,未发现改动。"));
    }

    private static @Nullable LocalDate dayOf(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
