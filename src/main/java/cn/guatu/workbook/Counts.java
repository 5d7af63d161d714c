package cn.guatu.workbook;

import cn.guatu.workbook.rule.Comparison;
import cn.guatu.workbook.rule.SheetChanges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many records of each sheet were new, changed and unchanged; kept as lines of {@code 指标=3,1,20}. */
public final class Counts {
    private Counts() {}

    /** By the Chinese name of the sheet, in the order of the workbook. */
    public static Map<String, PlanImport.Count> of(Comparison comparison) {
        Map<String, PlanImport.Count> counts = new LinkedHashMap<>();
        for (SheetChanges<?> sheet : comparison.sheets()) {
            counts.put(
                    sheet.sheet().label(), new PlanImport.Count(sheet.created(), sheet.updated(), sheet.unchanged()));
        }
        return counts;
    }

    static String write(Map<String, PlanImport.Count> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().created() + ","
                        + each.getValue().updated() + "," + each.getValue().unchanged())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, PlanImport.Count> read(String text) {
        Map<String, PlanImport.Count> counts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            String[] numbers = line.substring(equals + 1).split(",", -1);
            counts.put(
                    line.substring(0, equals),
                    new PlanImport.Count(
                            Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
        });
        return counts;
    }
}
