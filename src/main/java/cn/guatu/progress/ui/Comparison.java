package cn.guatu.progress.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.progress.Claim;
import cn.guatu.progress.WeeklyReport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two reports of one item side by side with what both began from, only where they differ. */
final class Comparison extends Div {

    private final NativeTable table = new NativeTable();

    /**
     * Compares.
     *
     * @param base what mine was begun on; null when there was no report yet
     */
    Comparison(WeeklyReport theirs, Claim mine, @Nullable Claim base, Map<String, String> names) {
        addClassName("guatu-scroll");
        table.addClassName("guatu-table");
        NativeTableRow heading = new NativeTableRow();
        heading.add(
                new NativeTableHeaderCell(""),
                new NativeTableHeaderCell("原来"),
                new NativeTableHeaderCell("我的"),
                new NativeTableHeaderCell(names.getOrDefault(theirs.submittedBy(), theirs.submittedBy()) + " "
                        + Words.dayAndTime(theirs.submittedAt())));
        table.add(heading);
        Claim other = theirs.claim();
        Claim from = base == null ? Claim.of("", null, null) : base;
        row("累计", number(from), number(mine), number(other));
        row("进展情况", progress(from), mine.progress(), progress(other));
        row("下步计划", from.nextSteps(), mine.nextSteps(), other.nextSteps());
        row("存在问题", from.difficulty(), mine.difficulty(), other.difficulty());
        row("预计完成", text(from.forecast()), text(mine.forecast()), text(other.forecast()));
        row("实际完成", text(from.completedOn()), text(mine.completedOn()), text(other.completedOn()));
        row("文号/证号", from.evidence(), mine.evidence(), other.evidence());
        add(table);
    }

    private static @Nullable String number(Claim claim) {
        return claim.cumulative() == null ? null : Figures.number(claim.cumulative());
    }

    private static @Nullable String progress(Claim claim) {
        return claim.noChange() ? "无变化" : claim.progress();
    }

    private void row(String what, @Nullable String base, @Nullable String mine, @Nullable String theirs) {
        String one = mine == null ? "" : mine.strip();
        String two = theirs == null ? "" : theirs.strip();
        if (!Objects.equals(one, two)) {
            NativeTableRow row = new NativeTableRow();
            row.add(new NativeTableHeaderCell(what), cell(base == null ? "" : base.strip()), cell(one), cell(two));
            table.add(row);
        }
    }

    private static NativeTableCell cell(String text) {
        NativeTableCell cell = new NativeTableCell(text.isEmpty() ? "（空）" : text);
        cell.addClassName("guatu-wrap");
        return cell;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
