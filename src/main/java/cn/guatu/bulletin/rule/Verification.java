package cn.guatu.bulletin.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares a document that came back from Word or LibreOffice with the figures. The tags of figures say which is which; where an editor has
 * dropped them, each paragraph or row is matched with the most similar one and the figures are found between the words around them.
 */
public final class Verification {

    private static final double SAME_PARAGRAPH = 0.5;

    private Verification() {}

    /**
     * A paragraph, or a row of a table with a tab between cells, as the document says it.
     *
     * @param text all of it
     * @param tagged text by key of the figures that still have their tag
     */
    public record Found(String text, Map<String, String> tagged) {

        /** Keeps its own copy. */
        public Found {
            tagged = Map.copyOf(tagged);
        }
    }

    /**
     * A figure that is not what was measured.
     *
     * @param key names the figure
     * @param where the words around it
     * @param expected what it is
     * @param found what the document says; empty: it is gone
     */
    public record Finding(String key, String where, String expected, String found) {}

    /**
     * What came out.
     *
     * @param figures how many figures were compared
     * @param byTag how many of them still had their tag
     * @param findings those that differ, in reading order
     * @param byHand numbers that people added (手工数字), each with the words around it: compared with nothing
     */
    public record Result(int figures, int byTag, List<Finding> findings, List<String> byHand) {

        /** Keeps its own copies. */
        public Result {
            findings = List.copyOf(findings);
            byHand = List.copyOf(byHand);
        }

        /** Whether every figure is as it was measured. */
        public boolean clean() {
            return findings.isEmpty();
        }
    }

    /** Compares the 通报 as it was generated with what a document says. */
    public static Result of(Bulletin generated, List<Found> document) {
        return of(generated, generated, document);
    }

    /**
     * Compares the 通报 with what a document says.
     *
     * @param bulletin as people have rewritten it
     * @param generated as the figures gave it: what is in neither its words nor its figures was added by hand
     */
    public static Result of(Bulletin bulletin, Bulletin generated, List<Found> document) {
        List<Bulletin.Line> lines = bulletin.lines().stream()
                .filter(line -> line.pieces().stream().anyMatch(Piece::isFigure))
                .toList();
        Map<Integer, Found> counterparts = counterparts(lines, document);
        List<Finding> findings = new ArrayList<>();
        int figures = 0;
        int byTag = 0;
        for (int i = 0; i < lines.size(); i++) {
            Bulletin.Line line = lines.get(i);
            Found found = counterparts.get(i);
            Map<String, String> aligned = found == null ? Map.of() : aligned(line, found);
            for (Piece piece : line.pieces()) {
                if (piece.key() == null || piece.expected() == null) {
                    continue;
                }
                figures++;
                String tagged = found == null ? null : found.tagged().get(piece.key());
                byTag += tagged == null ? 0 : 1;
                String says = Objects.requireNonNullElse(tagged, aligned.getOrDefault(piece.key(), ""));
                if (!Numerals.same(piece.expected(), says)) {
                    findings.add(new Finding(piece.key(), where(line, piece), piece.expected(), says.strip()));
                }
            }
        }
        return new Result(figures, byTag, findings, byHand(bulletin, generated, lines, counterparts, document));
    }

    private static List<String> byHand(
            Bulletin bulletin,
            Bulletin generated,
            List<Bulletin.Line> lines,
            Map<Integer, Found> counterparts,
            List<Found> document) {
        Map<Found, Bulletin.Line> matched = new IdentityHashMap<>();
        counterparts.forEach((line, found) -> matched.put(found, lines.get(line)));
        String said = squeezed(bulletin.words());
        String known = squeezed(generated.words());
        List<String> byHand = new ArrayList<>();
        for (Found found : document) {
            Bulletin.Line line = matched.get(found);
            String own = squeezed(found.text());
            if (line != null) {
                byHand.addAll(HandNumbers.of(
                        Binding.bind(line.pieces(), Numerals.narrow(found.text())), generated.origin(line)));
            } else if (!known.contains(own) && !said.contains(own)) {
                byHand.addAll(HandNumbers.of(List.of(Piece.words(found.text())), List.of()));
            }
        }
        return byHand;
    }

    private static String squeezed(String text) {
        return Numerals.narrow(text).replaceAll("\\s+", "");
    }

    private static Map<String, String> aligned(Bulletin.Line line, Found found) {
        Map<String, String> texts = new HashMap<>();
        Binding.bind(line.pieces(), Numerals.narrow(found.text())).forEach(piece -> {
            if (piece.key() != null) {
                texts.putIfAbsent(piece.key(), piece.text());
            }
        });
        return texts;
    }

    /** Each line's paragraph in the document, the surest pairs first, no paragraph twice. */
    private static Map<Integer, Found> counterparts(List<Bulletin.Line> lines, List<Found> document) {
        record Pair(int line, int found, double similarity) {}
        List<List<String>> words =
                document.stream().map(found -> Binding.words(found.text())).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder text = new StringBuilder();
            Set<String> keys = new HashSet<>();
            lines.get(i).pieces().forEach(piece -> {
                text.append(piece.text());
                if (piece.key() != null) {
                    keys.add(piece.key());
                }
            });
            List<String> own = Binding.words(text.toString());
            for (int j = 0; j < document.size(); j++) {
                long tags = document.get(j).tagged().keySet().stream()
                        .filter(keys::contains)
                        .count();
                double similarity = similarity(own, words.get(j)) + 0.5 * tags / keys.size();
                if (similarity >= SAME_PARAGRAPH) {
                    pairs.add(new Pair(i, j, similarity));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::similarity)
                .reversed()
                .thenComparingInt(Pair::line)
                .thenComparingInt(Pair::found));
        Map<Integer, Found> counterparts = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!counterparts.containsKey(pair.line()) && taken.add(pair.found())) {
                counterparts.put(pair.line(), document.get(pair.found()));
            }
        }
        return counterparts;
    }

    /** Twice the common words over all words, each counted as often as it occurs. */
    private static double similarity(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() ? 1 : 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        one.forEach(word -> counts.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : other) {
            Integer left = counts.get(word);
            if (left != null && left > 0) {
                counts.put(word, left - 1);
                common++;
            }
        }
        return 2.0 * common / (one.size() + other.size());
    }

    /** The words before the figure, or its row. */
    private static String where(Bulletin.Line line, Piece figure) {
        StringBuilder before = new StringBuilder();
        for (Piece piece : line.pieces()) {
            if (piece == figure) {
                break;
            }
            before.append(piece.text());
        }
        String text = before.toString().strip();
        if (text.contains("\t")) {
            String[] cells = text.split("\t+", -1);
            return line.where() + " · " + (cells.length > 1 ? cells[1] : cells[0]);
        }
        return text.length() > 30 ? "…" + text.substring(text.length() - 30) : text;
    }
}
