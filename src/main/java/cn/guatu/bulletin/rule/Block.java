package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a document, in reading order. */
public sealed interface Block {

    /** Names the block within its document; the same from one generation to the next. */
    String key();

    /**
     * A paragraph that people may rewrite.
     *
     * @param key its name
     * @param level what it is
     * @param pieces its words and figures
     */
    record Paragraph(String key, Level level, List<Piece> pieces) implements Block {

        /** Keeps its own copy. */
        public Paragraph {
            pieces = List.copyOf(pieces);
        }

        /** A paragraph of words alone. */
        public static Paragraph of(String key, Level level, String words) {
            return new Paragraph(key, level, List.of(Piece.words(words)));
        }

        /** What it says. */
        public String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /**
     * A table of an attachment.
     *
     * @param key its name
     * @param title 附件 title
     * @param headings of the columns
     * @param widths of the columns, in parts of their sum
     * @param rows cells, each a list of pieces
     * @param note what stands under it; empty for nothing
     */
    record Table(
            String key,
            String title,
            List<String> headings,
            List<Integer> widths,
            List<List<List<Piece>>> rows,
            String note)
            implements Block {

        /** Keeps its own copies. */
        public Table {
            headings = List.copyOf(headings);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Bars of completion with the expected progress beside them.
     *
     * @param key its name
     * @param title what it shows
     * @param bars from the top down
     */
    record Bars(String key, String title, List<Bar> bars) implements Block {

        /** Keeps its own copy. */
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param name of the target or unit
     * @param rate completion as a fraction; null: none
     * @param expected expected progress as a fraction; null: none
     */
    record Bar(
            String name,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected) {}
}
