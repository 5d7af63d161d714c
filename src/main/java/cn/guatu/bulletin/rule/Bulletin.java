package cn.guatu.bulletin.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 通报 of a month as a text in blocks; every figure in it is a piece with a key.
 *
 * @param year the plan year
 * @param month 1–12
 * @param cutOff 数据截至
 * @param draft whether the month is not published: 征求意见稿
 * @param blocks in reading order
 */
public record Bulletin(int year, int month, LocalDate cutOff, boolean draft, List<Block> blocks) {

    /** Keeps its own copy. */
    public Bulletin {
        blocks = List.copyOf(blocks);
    }

    /** The paragraph of a level that there is one of; empty text when the document has none. */
    public String text(Level level) {
        return paragraphs().stream()
                .filter(each -> each.level() == level)
                .map(Block.Paragraph::text)
                .findFirst()
                .orElse("");
    }

    /** The paragraphs, in order. */
    public List<Block.Paragraph> paragraphs() {
        return blocks.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .toList();
    }

    /** The tables of the attachments, in order. */
    public List<Block.Table> tables() {
        return blocks.stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    /** What each figure is, by its key. */
    public Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        lines().forEach(line -> line.pieces().forEach(piece -> {
            if (piece.key() != null && piece.expected() != null) {
                figures.putIfAbsent(piece.key(), piece.expected());
            }
        }));
        return figures;
    }

    /** Paragraphs, and rows of tables, as they are compared with a document that came back. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                lines.add(new Line(paragraph.key(), paragraph.text(), paragraph.pieces()));
            } else if (block instanceof Block.Table table) {
                for (List<List<Piece>> row : table.rows()) {
                    List<Piece> pieces = new ArrayList<>();
                    for (List<Piece> cell : row) {
                        if (!pieces.isEmpty()) {
                            pieces.add(Piece.words("\t"));
                        }
                        pieces.addAll(cell);
                    }
                    lines.add(new Line(null, table.title(), pieces));
                }
            }
        }
        return lines;
    }

    /** A line with where it stands; the key of the paragraph, null for the row of a table. */
    record Line(@Nullable String key, String where, List<Piece> pieces) {}

    /** What this text said in the place of a line that people may have rewritten; rows are not rewritten. */
    List<Piece> origin(Line line) {
        return paragraphs().stream()
                .filter(paragraph -> paragraph.key().equals(line.key()))
                .findFirst()
                .map(Block.Paragraph::pieces)
                .orElse(line.pieces());
    }

    /** Everything that stands in the document, in reading order. */
    String words() {
        StringBuilder words = new StringBuilder();
        int attachment = 0;
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> words.append(paragraph.text()).append('\n');
                case Block.Bars bars -> words.append(bars.title()).append('\n');
                case Block.Table table ->
                    words.append("附件")
                            .append(++attachment)
                            .append(table.title())
                            .append(String.join("", table.headings()))
                            .append(table.note())
                            .append('\n');
            }
        }
        return words.toString();
    }

    /**
     * The same with paragraphs rewritten by people: figures are found again in what they wrote, and a paragraph emptied is left out. A
     * line break makes a new paragraph.
     *
     * @param rewritten text by key of the paragraph
     */
    public Bulletin rewritten(Map<String, String> rewritten) {
        List<Block> changed = new ArrayList<>();
        for (Block block : blocks) {
            @Nullable String text = rewritten.get(block.key());
            if (text == null || !(block instanceof Block.Paragraph paragraph)) {
                changed.add(block);
            } else if (!text.isBlank()) {
                changed.add(new Block.Paragraph(
                        paragraph.key(), paragraph.level(), Binding.bind(paragraph.pieces(), text.strip())));
            }
        }
        return new Bulletin(year, month, cutOff, draft, changed);
    }
}
