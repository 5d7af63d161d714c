package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.BulletinService;
import cn.guatu.bulletin.BulletinText;
import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.HandNumbers;
import cn.guatu.bulletin.rule.Level;
import cn.guatu.bulletin.rule.Piece;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A paragraph as it will be read, with its figures under it; each figure leads to its 口径卡 and says when the text no longer gives it. */
class ParagraphEditor extends Div {

    private final int year;
    private final transient Bulletin generated;
    private final transient Block.Paragraph origin;
    private final Div chips = new Div();
    private final String before;
    private final @Nullable TextArea area;

    ParagraphEditor(
            int year, BulletinText text, Block.Paragraph origin, Block.@Nullable Paragraph edited, boolean mayEdit) {
        this.year = year;
        this.generated = text.generated();
        this.origin = origin;
        this.before = edited == null ? "" : edited.text();
        addClassNames("guatu-paragraph", origin.level().name().toLowerCase(Locale.ROOT));
        chips.addClassName("guatu-figures");
        if (mayEdit) {
            TextArea editing = new TextArea();
            editing.setAriaLabel(BulletinParts.word(origin.level()));
            editing.setWidthFull();
            editing.setMinRows(1);
            editing.setMaxLength(BulletinService.LONGEST_PARAGRAPH);
            editing.setValueChangeMode(ValueChangeMode.ON_BLUR);
            editing.setPlaceholder("（此段不出现在文件中）");
            editing.setValue(before);
            editing.addValueChangeListener(change -> mark());
            area = editing;
            add(editing, chips);
        } else {
            area = null;
            add(new Paragraph(before), chips);
        }
        mark();
    }

    /** What the paragraph is to say. */
    String text() {
        return area == null ? before : area.getValue();
    }

    boolean isChanged() {
        return !text().equals(before);
    }

    private void mark() {
        List<Piece> pieces = generated.rewritten(Map.of(origin.key(), text())).paragraphs().stream()
                .filter(each -> each.key().equals(origin.key()))
                .findFirst()
                .map(Block.Paragraph::pieces)
                .orElse(List.of());
        setClassName("rewritten", !text().strip().equals(origin.text().strip()));
        chips.removeAll();
        Set<String> there = pieces.stream()
                .filter(Piece::isFigure)
                .map(piece -> String.valueOf(piece.key()))
                .collect(Collectors.toCollection(HashSet::new));
        for (Piece figure : pieces) {
            if (figure.isFigure()) {
                chips.add(chip(figure));
            }
        }
        if (!text().isBlank()) {
            origin.pieces().stream()
                    .filter(piece -> piece.isFigure() && !there.contains(String.valueOf(piece.key())))
                    .forEach(gone -> chips.add(warning(gone.text() + " 已不在文中")));
        }
        HandNumbers.of(pieces, origin.pieces()).forEach(number -> chips.add(warning("手工数字“" + number + "”，未与快照核对")));
        chips.setVisible(chips.getComponentCount() > 0 && origin.level() != Level.SUBHEADING);
    }

    private Span chip(Piece figure) {
        if (figure.differs()) {
            return warning(figure.text() + " ≠ 数据 " + figure.expected());
        }
        Span chip = new Span();
        chip.addClassName("guatu-figure");
        String key = String.valueOf(figure.key());
        String code = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        if (origin.key().startsWith("target.")) {
            chip.add(new Anchor(
                    "plan?year=" + year + "&asOf=" + generated.cutOff() + "&explain=" + MonthPage.encoded(code + "@@"),
                    figure.text()));
        } else {
            chip.setText(figure.text());
        }
        chip.getElement().setAttribute("title", "数据项 " + key);
        return chip;
    }

    private static Span warning(String words) {
        Span chip = new Span("⚠ " + words);
        chip.addClassNames("guatu-figure", "differs");
        return chip;
    }
}
