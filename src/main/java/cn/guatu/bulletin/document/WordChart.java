package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Block;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetPattern;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPatternFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** A native chart of Word with its data behind it, so that it can be restyled there; dark and hatched, to be read in grey. */
final class WordChart {

    private static final double WIDTH_MM = 156;
    private static final double BAR_MM = 8;
    private static final double FRAME_MM = 28;

    private WordChart() {}

    static void draw(XWPFDocument document, Block.Bars bars) throws IOException, InvalidFormatException {
        double height = Math.min(195, FRAME_MM + BAR_MM * bars.bars().size());
        XWPFChart chart = document.createChart(emu(WIDTH_MM), emu(height));
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
        names.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.TOP);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        values.setNumberFormat("0\"%\"");
        String[] categories = bars.bars().stream().map(Block.Bar::name).toArray(String[]::new);
        int last = categories.length;
        XDDFCategoryDataSource category = XDDFDataSourcesFactory.fromArray(
                categories, chart.formatRange(new org.apache.poi.ss.util.CellRangeAddress(1, last, 0, 0)), 0);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(60);
        series(
                data,
                category,
                "完成率",
                bars.bars().stream().map(Block.Bar::rate).toList(),
                chart,
                1,
                new XDDFSolidFillProperties(XDDFColor.from(new byte[] {0x1f, 0x3a, 0x5f})));
        XDDFPatternFillProperties hatched = new XDDFPatternFillProperties();
        hatched.setPresetPattern(PresetPattern.WIDE_UPWARD_DIAGONAL);
        hatched.setForegroundColor(XDDFColor.from(PresetColor.GRAY));
        hatched.setBackgroundColor(XDDFColor.from(PresetColor.WHITE));
        series(
                data,
                category,
                "序时进度",
                bars.bars().stream().map(Block.Bar::expected).toList(),
                chart,
                2,
                hatched);
        chart.plot(data);
    }

    private static void series(
            XDDFBarChartData data,
            XDDFCategoryDataSource names,
            String title,
            List<@Nullable BigDecimal> fractions,
            XWPFChart chart,
            int column,
            XDDFFillProperties fill) {
        Double[] numbers = fractions.stream()
                .map(each -> each == null
                        ? 0d
                        : each.movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP)
                                .doubleValue())
                .toArray(Double[]::new);
        XDDFNumericalDataSource<Double> source = XDDFDataSourcesFactory.fromArray(
                numbers,
                chart.formatRange(new org.apache.poi.ss.util.CellRangeAddress(1, numbers.length, column, column)),
                column);
        XDDFChartData.Series series = data.addSeries(names, source);
        series.setTitle(title, chart.setSheetTitle(title, column));
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setFillProperties(fill);
        shape.setLineProperties(
                new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.DIM_GRAY))));
        series.setShapeProperties(shape);
    }

    private static int emu(double millimetres) {
        return (int) Math.round(millimetres * Units.EMU_PER_CENTIMETER / 10);
    }
}
