package cn.guatu.planning.ui;

import cn.guatu.planning.TargetProposal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Figures;
import cn.guatu.target.Target;
import cn.guatu.target.TargetVersion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a target and what was proposed, the latest first. */
final class VersionTables {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private VersionTables() {}

    static Component versions(Target target, List<TargetVersion> versions) {
        NativeTableBody body = new NativeTableBody();
        for (TargetVersion version : versions.reversed()) {
            body.add(row(
                    version.status().label(),
                    Figures.quantity(version.value(), target.unit()),
                    Figures.day(version.effectiveFrom(), target.year()),
                    version.docNo(),
                    version.reason(),
                    version.approvedBy(),
                    version.recordedBy() + " " + stamp(version.recordedAt())));
        }
        String now = TargetVersion.inForce(versions, LocalDate.of(target.year(), 12, 31))
                .map(version -> "全年执行 " + Figures.quantity(version.value(), target.unit()))
                .orElse("还没有目标值");
        return card("版本 " + versions.size() + " 个 · " + now, body, "状态", "目标值", "生效日期", "文号", "原因", "批准人", "登记");
    }

    static Component proposals(Target target, List<TargetProposal> all, Function<TargetProposal, Component> paper) {
        NativeTableBody body = new NativeTableBody();
        for (TargetProposal each : all) {
            NativeTableRow row = row(
                    each.state().label(),
                    each.status().label() + " " + Figures.quantity(each.value(), target.unit()),
                    Figures.day(each.effectiveFrom(), target.year()),
                    each.docNo(),
                    each.proposedBy() + " " + stamp(each.proposedAt()),
                    each.decidedBy() == null
                            ? ""
                            : each.decidedBy() + " " + stamp(Objects.requireNonNull(each.decidedAt())),
                    each.remark());
            NativeTableCell last = new NativeTableCell();
            if (each.fileName() != null) {
                last.add(paper.apply(each));
            }
            row.add(last);
            body.add(row);
        }
        return card("调整记录", body, "状态", "目标值", "生效日期", "文号", "提出", "处理", "意见", "附件");
    }

    private static NativeTableRow row(@Nullable String... texts) {
        NativeTableRow row = new NativeTableRow();
        for (String text : texts) {
            row.add(new NativeTableCell(text == null ? "" : text));
        }
        return row;
    }

    private static Component card(String title, NativeTableBody body, String... heads) {
        NativeTableRow head = new NativeTableRow();
        for (String each : heads) {
            head.add(new NativeTableHeaderCell(each));
        }
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        table.add(new NativeTableHeader(head));
        table.add(body);
        Div scroll = new Div(table);
        scroll.addClassName("guatu-scroll");
        Div card = new Div(new H2(title), scroll);
        card.addClassName("guatu-card");
        return card;
    }

    private static String stamp(Instant at) {
        return STAMP.format(at.atZone(BusinessClock.ZONE));
    }
}
