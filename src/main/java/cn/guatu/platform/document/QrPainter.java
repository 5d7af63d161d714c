package cn.guatu.platform.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;

/** A QR code as one filled shape: sharp at any size. */
final class QrPainter {

    private QrPainter() {}

    /** Draws the address into a square whose upper left corner is given. */
    static void paint(Graphics2D g, String address, double x, double y, double size) {
        BitMatrix code = encode(address);
        double cell = size / code.getWidth();
        Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    double left = x + column * cell;
                    double top = y + row * cell;
                    dark.moveTo(left, top);
                    dark.lineTo(left + cell, top);
                    dark.lineTo(left + cell, top + cell);
                    dark.lineTo(left, top + cell);
                    dark.closePath();
                }
            }
        }
        g.setColor(Ink.TEXT);
        g.fill(dark);
    }

    private static BitMatrix encode(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
