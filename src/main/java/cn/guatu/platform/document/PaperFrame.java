package cn.guatu.platform.document;

import cn.guatu.platform.document.Pen.Side;
import cn.guatu.platform.ui.LightShape;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every printed sheet: title and scope, the legend of the lights, the way back to the live view, and how old it is.
 *
 * @param title what it is
 * @param scope whose it is, in words
 * @param cutOff 数据截至
 * @param knownAt as known at this instant; null: as known now
 * @param generatedAt when it was made
 * @param address of the live view, for the QR code
 * @param zone in which moments are written
 */
public record PaperFrame(
        String title,
        String scope,
        LocalDate cutOff,
        @Nullable Instant knownAt,
        Instant generatedAt,
        String address,
        ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** A light of the legend with its word. */
    public record Sign(LightShape shape, String word) {}

    /** The place behind the lights of the legend, where a sheet explains what else it draws; on a base line, in this size. */
    public record Legend(double x, double y, double size, double right) {}

    /** Draws white paper and the frame; where the legend may go on is given back. */
    public Legend paint(Graphics2D g, Pen pen, PaperBox box, List<Sign> signs, int page, int pages) {
        g.setColor(Ink.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, box.width(), box.height()));
        double size = box.head() * 0.42;
        double left = box.margin();
        double top = box.margin();
        double code = box.head() * 0.86;
        double right = box.width() - box.margin() - code - size * 0.5;
        pen.write(title, left, top + size, size, true, Ink.TEXT, Side.LEFT, right - left);
        double after = left + Pen.width(title, size, true) + size * 0.6;
        pen.write(scope, after, top + size, size * 0.5, false, Ink.SECOND, Side.LEFT, right - after);
        QrPainter.paint(g, address, box.width() - box.margin() - code, top, code);
        foot(pen, box, page, pages);
        return legend(g, pen, signs, new Legend(left, top + size * 1.72, size * 0.42, right));
    }

    private static Legend legend(Graphics2D g, Pen pen, List<Sign> signs, Legend from) {
        double x = from.x();
        double size = from.size();
        for (Sign sign : signs) {
            LightPainter.paint(g, sign.shape(), x + size / 2, from.y() - size * 0.36, size);
            pen.write(sign.word(), x + size * 1.3, from.y(), size, false, Ink.TEXT, Side.LEFT, from.right() - x);
            x += size * 2.1 + Pen.width(sign.word(), size, false);
        }
        return new Legend(x, from.y(), size, from.right());
    }

    private void foot(Pen pen, PaperBox box, int page, int pages) {
        double size = box.foot() * 0.5;
        double line = box.height() - box.margin() - box.foot() * 0.1;
        String known = knownAt == null ? "" : "(按" + MOMENT.format(knownAt.atZone(zone)) + "所知)";
        String age = "数据截至 " + DAY.format(cutOff) + known + " · 生成于 " + MOMENT.format(generatedAt.atZone(zone))
                + " · 扫右上二维码看实时图";
        pen.write(age, box.margin(), line, size, false, Ink.SECOND, Side.LEFT, box.width());
        if (pages > 1) {
            String number = "第 " + (page + 1) + " / " + pages + " 页";
            pen.write(number, box.width() - box.margin(), line, size, false, Ink.SECOND, Side.RIGHT, box.width());
        }
    }
}
