package cn.guatu.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook written down in a test: sheets of rows, cells separated by {@code |}. */
final class Book {
    private final Map<String, List<String>> sheets = new LinkedHashMap<>();

    /** A small district: two streets, two departments, a target with a part, a project in two streets, nodes and rows. */
    static Book small() {
        return new Book()
                .sheet("组织", "名称|类型|上级|排序", "东湖区|区||", "甲街道|街道|东湖区|1", "乙街道|街道|东湖区|2", "更新科|科室|东湖区|1", "整备科|科室|东湖区|2")
                .sheet("人员", "姓名|账号|所属|岗位", "张三|zhangsan|更新科|科室负责人", "李四|lisi|整备科|责任人", "王五||更新科|责任人")
                .sheet(
                        "指标",
                        "编码|名称|单位|年度目标|目标状态|上级指标|其中关系|类型|牵头科室|1月|6月|12月",
                        "T1|土地供应|公顷|80|正式|||累计|更新科|1|30|80",
                        "T1.1|其中工业|公顷|约20|正式|T1|部分|累计|更新科|||",
                        "T2|签约率|%|95|正式|||比率|整备科|||",
                        "T3|待下达|公顷||预计|||累计|整备科|||")
                .sheet("目标分解", "指标编码|街道或科室|目标值", "T1|甲|30", "T1|更新科|50")
                .sheet(
                        "项目",
                        "编码|名称|分期|类别|牵头科室|责任人|配合单位|街道占比",
                        "P1|旧厂更新||城市更新|更新科|张三|整备科、供电局|甲街道:60%;乙街道:40%",
                        "P2|征收项目|二期|土地整备|整备科|外聘人员||乙")
                .sheet(
                        "节点",
                        "项目编码|分期|节点名称|计划完成|前置节点|计入指标|计入数量|计入单位",
                        "P1||规划审批|3月底||||",
                        "P1||土地出让|2026-06-30|规划审批|T1|100000|平方米",
                        "P2|二期|签约|三季度|P1/一期/土地出让|T2||")
                .sheet(
                        "计入",
                        "项目编码|分期|指标编码|日期|数量|分母|批次|依据|备注",
                        "P1||T1|2026-06-10|10||第一批|深地合字1号|",
                        "P1||T1|2026-07-01|-2||第二批|更正函|测绘误差",
                        "P2|二期|T2|2026-08-01|19|20||签约清单|")
                .sheet("会议议定", "会议日期|事项|牵头|配合|完成时限|状态", "2026-03-05|=建立台账|整备科|供电局|6月底|办理中")
                .sheet("堵点", "项目编码|分期|问题|责任单位|提出日期|涉及指标|涉及数量", "P1||高压线迁改|供电局|2026-04-02|T1|3");
    }

    Book sheet(String name, String... rows) {
        sheets.put(name, new ArrayList<>(List.of(rows)));
        return this;
    }

    Book without(String name) {
        sheets.remove(name);
        return this;
    }

    Book row(String sheet, String row) {
        sheets.computeIfAbsent(sheet, none -> new ArrayList<>()).add(row);
        return this;
    }

    /** Replaces a piece of text wherever the sheet has it; the text must be there. */
    Book replace(String sheet, String old, String by) {
        List<String> rows = sheets.get(sheet);
        if (rows == null || rows.stream().noneMatch(row -> row.contains(old))) {
            throw new IllegalArgumentException(sheet + " does not say " + old);
        }
        rows.replaceAll(row -> row.replace(old, by));
        return this;
    }

    PlanFile file() {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheets.forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                for (int i = 0; i < rows.size(); i++) {
                    Row row = sheet.createRow(i);
                    String[] cells = rows.get(i).split("\\|", -1);
                    for (int j = 0; j < cells.length; j++) {
                        if (!cells[j].isEmpty()) {
                            row.createCell(j).setCellValue(cells[j]);
                        }
                    }
                }
            });
            book.write(out);
            return new PlanFile("计划.xlsx", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
