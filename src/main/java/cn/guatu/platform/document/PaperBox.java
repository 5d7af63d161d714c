package cn.guatu.platform.document;

/**
 * Where the parts of a page stand; all lengths in points.
 *
 * @param width of the page
 * @param height of the page
 * @param margin white around it, and between panels
 * @param head height of title and legend
 * @param foot height of the last line
 */
public record PaperBox(double width, double height, double margin, double head, double foot) {

    /** A page of this paper, upright or across; what stands around the picture grows with the paper. */
    public static PaperBox of(Paper paper, boolean across) {
        return new PaperBox(
                across ? paper.longSide() : paper.shortSide(),
                across ? paper.shortSide() : paper.longSide(),
                Paper.millimetres(8) + paper.shortSide() * 0.006,
                paper.shortSide() * 0.075,
                paper.shortSide() * 0.02);
    }

    /** What is left between head and foot. */
    public double room() {
        return height - 2 * margin - head - foot - 1;
    }

    /** Where the room begins. */
    public double top() {
        return margin + head;
    }

    /** How wide each of several panels side by side is. */
    public double panel(int panels) {
        return (width - (panels + 1) * margin) / panels;
    }

    /** The left edge of a panel, counted from 0. */
    public double left(int panel, int panels) {
        return margin + panel * (panel(panels) + margin);
    }
}
