package cn.guatu.planning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.PlanningWorld;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.project.Assisting;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PlanNature;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** 分解台 as a person uses it, without a browser: what the keys ask for arrives here. */
@GuatuTest
@Import(PlanningWorld.class)
@ViewPackages(packages = "cn.guatu.planning.ui")
@WithAnonymousUser
class BreakdownViewTest extends SpringBrowserlessTest {

    @Autowired
    private PlanningWorld world;

    @Autowired
    private BreakdownService desk;

    @BeforeEach
    void open() {
        world.fresh();
        world.planner("dc1");
        UI.getCurrent().navigate("breakdown/" + PlanningWorld.YEAR);
    }

    private BreakdownTable table() {
        return $(BreakdownTable.class).single();
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .collect(Collectors.joining(" | "));
    }

    private BreakdownTable.Line line(String name) {
        return table().shown().stream()
                .filter(each -> name.equals(each.cells().get("NAME")))
                .findFirst()
                .orElseThrow();
    }

    private void landSupply() {
        table().add("TARGET", "", "{\"NAME\":\"土地供应\",\"UNIT\":\"公顷\",\"QUANTITY\":\"80\",\"LEAD\":\"用地\"}");
        table().add(
                        "PHASE",
                        line("土地供应").key(),
                        "{\"NAME\":\"平湖旧改\",\"STREET\":\"平湖\",\"OWNER\":\"李明\",\"QUANTITY\":\"60\",\"DUE\":\"9月底\"}");
    }

    @Test
    void a_target_and_a_project_are_added_from_the_line_and_the_gap_is_shown() {
        landSupply();
        assertThat(line("土地供应").flag()).isEqualTo("缺口 20");
        assertThat(line("平湖旧改").cells()).containsEntry("DUE", "2027-09-30").containsEntry("LEAD", "用地管理科");
        assertThat(text(BalancePanel.class)).contains("缺口", "20", "平湖街道", "60");
        assertThat(text(OpenPanel.class)).contains("75.0%", "缺口 20 公顷");
        table().edited(line("平湖旧改").key(), "QUANTITY", "80", json(line("平湖旧改")));
        assertThat(line("土地供应").flag()).isEqualTo("已配平");
        table().undo();
        assertThat(line("土地供应").flag()).isEqualTo("缺口 20");
        table().redo();
        assertThat(line("平湖旧改").cells()).containsEntry("QUANTITY", "80");
    }

    @Test
    void a_cell_that_a_colleague_has_changed_meanwhile_asks_whose_value_stays() {
        landSupply();
        String base = json(line("平湖旧改"));
        table().edited(line("平湖旧改").key(), "OWNER", "赵敏", base);
        table().edited(line("平湖旧改").key(), "OWNER", "王科", base);
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("李明", "赵敏", "王科");
        assertThat(line("平湖旧改").cells()).containsEntry("OWNER", "赵敏");
        test(dialog).confirm();
        assertThat(line("平湖旧改").cells()).containsEntry("OWNER", "王科");
    }

    @Test
    void a_date_outside_the_year_is_asked_about() {
        landSupply();
        table().edited(line("平湖旧改").key(), "DUE", "2028-01-15", json(line("平湖旧改")));
        assertThat(line("平湖旧改").cells()).containsEntry("DUE", "2027-09-30");
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(line("平湖旧改").cells()).containsEntry("DUE", "2028-01-15");
    }

    @Test
    void shares_that_do_not_sum_to_the_whole_are_not_saved() {
        landSupply();
        table().edited(line("平湖旧改").key(), "STREET", "平湖:60%;南湾:30%", json(line("平湖旧改")));
        assertThat(line("平湖旧改").cells()).containsEntry("STREET", "平湖街道");
        table().edited(line("平湖旧改").key(), "STREET", "平湖:60%;南湾:40%", json(line("平湖旧改")));
        assertThat(line("平湖旧改").cells()).containsEntry("STREET", "平湖街道:60%;南湾街道:40%");
    }

    @Test
    void rows_of_a_spreadsheet_are_shown_before_they_are_taken() {
        landSupply();
        table().paste(line("土地供应").key(), "项目名称\t街道\t责任人\t数量\t计划完成\n南湾地块\t南湾\t赵敏\t150亩\t上半年\n坏行\t火星\t\t若干\t\n");
        assertThat(text(PastePanel.class)).contains("南湾街道", "10 公顷", "2027-06-30", "没有名为“火星”的街道");
        assertThat(table().shown()).noneMatch(each -> "南湾地块".equals(each.cells().get("NAME")));
        test($(Button.class).withText("新增 1 行").single()).click();
        assertThat(line("南湾地块").cells()).containsEntry("QUANTITY", "10");
    }

    @Test
    void a_removal_says_what_goes_and_can_be_taken_back() {
        landSupply();
        table().remove(line("平湖旧改").key());
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("1 个项目", "1 个节点", "平湖旧改");
        test(dialog).confirm();
        assertThat(desk.load(PlanningWorld.YEAR).phases()).isEmpty();
        table().undo();
        assertThat(line("平湖旧改").cells()).containsEntry("QUANTITY", "60");
    }

    @Test
    void what_relies_on_a_record_is_listed_before_it_can_be_removed() {
        landSupply();
        world.recognise("土地供应", "12", LocalDate.of(2026, 10, 1));
        table().remove(line("平湖旧改").key());
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively())
                .contains("项目“平湖旧改”：计入 1 条", "退出年度计划")
                .doesNotContain("将删除");
        test(dialog).confirm();
        assertThat(desk.load(PlanningWorld.YEAR).phases().getFirst().nature()).isEqualTo(PlanNature.EXTRA);
        table().remove(line("土地供应").key());
        assertThat(text(Notification.class)).contains("下还有 1 个计入它的节点（平湖旧改·完成土地供应）");
    }

    @Test
    void what_has_no_column_of_a_project_is_filled_in_beside_the_table() {
        landSupply();
        details("平湖旧改");
        test(panel(TextField.class, "配合单位")).setValue("交警大队；交警大队");
        save();
        assertThat(text(PhaseDetails.class)).contains("“交警大队”写了两次");
        test(panel(TextField.class, "配合单位")).setValue("交警大队；平湖街道");
        test(panel(TextField.class, "实施主体")).setValue("城投公司");
        test(panel(DatePicker.class, "开始日期")).setValue(LocalDate.of(2027, 10, 15));
        save();
        // It is due before it would begin: that is asked about, and what was typed stays until somebody has answered.
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("2027-09-30 早于项目开始日期 2027-10-15");
        test(dialog).cancel();
        assertThat(panel(TextField.class, "实施主体").getValue()).isEqualTo("城投公司");
        test(panel(DatePicker.class, "开始日期")).setValue(LocalDate.of(2027, 3, 1));
        save();
        Phase phase = desk.load(PlanningWorld.YEAR).phases().getFirst();
        assertThat(phase.implementer()).isEqualTo("城投公司");
        assertThat(phase.startsOn()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(phase.assisting()).extracting(Assisting::name).containsExactly("交警大队", "平湖街道");

        table().add("NODE", line("平湖旧改").key(), "{\"NAME\":\"签约\",\"DUE\":\"2月底\"}");
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(line("签约").cells()).containsEntry("DUE", "2027-02-28");
        table().undo();
        table().undo();
        assertThat(desk.load(PlanningWorld.YEAR).phases().getFirst().implementer())
                .isNull();
    }

    @Test
    void what_has_no_column_of_a_node_is_filled_in_beside_the_table() {
        landSupply();
        table().add("NODE", line("平湖旧改").key(), "{\"NAME\":\"签约\",\"DUE\":\"6月底\"}");
        details("签约");
        test(panel(TextField.class, "计入数量")).setValue("20");
        save();
        assertThat(text(NodeDetails.class)).contains("请选择它计入哪个指标");
        ComboBox<?> target = panel(ComboBox.class, "计入指标");
        test(target).selectItem("土地供应");
        test(panel(TextField.class, "计入数量")).setValue("300亩");
        test(panel(TextField.class, "权重")).setValue("两");
        save();
        assertThat(text(NodeDetails.class)).contains("权重是不小于 0 的数");
        test(panel(TextField.class, "权重")).setValue("2");
        test(panel(TextField.class, "依据")).setValue("签约协议");
        test(panel(DatePicker.class, "预计完成")).setValue(LocalDate.of(2028, 1, 31));
        save();
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("预计完成 2028-01-31 不在 2027 年度内");
        test(dialog).confirm();
        Node node = desk.load(PlanningWorld.YEAR).nodes().getLast();
        assertThat(node.quantity()).isEqualByComparingTo("20");
        assertThat(node.basis()).isEqualTo("签约协议");
        assertThat(node.weight()).isEqualByComparingTo("2");
        assertThat(line("土地供应").flag()).isEqualTo("已配平");
    }

    @Test
    void many_rows_are_changed_at_once_and_the_form_waits_for_the_answer() {
        landSupply();
        table().bulk(line("平湖旧改").key());
        test(panel(TextField.class, "计划完成(节点)")).setValue("2028-01-31");
        ComboBox<?> owner = panel(ComboBox.class, "责任人");
        test(owner).selectItem("赵敏");
        test($(Button.class).withText("修改").single()).click();
        test($(ConfirmDialog.class).single()).cancel();
        test(panel(TextField.class, "计划完成(节点)")).setValue("12月15日");
        test($(Button.class).withText("修改").single()).click();
        assertThat(line("平湖旧改").cells()).containsEntry("OWNER", "赵敏").containsEntry("DUE", "2027-12-15");
        assertThat($(BulkPanel.class).all()).isEmpty();
    }

    private void details(String name) {
        table().at(line(name).key(), false);
        test($(Button.class).withText("详情").single()).click();
    }

    private void save() {
        test($(Button.class).withText("保存").single()).click();
    }

    private <T extends Component> T panel(Class<T> type, String caption) {
        return $(type).withCaption(caption).single();
    }

    @Test
    void somebody_without_the_right_sees_rows_that_cannot_be_edited() {
        landSupply();
        world.headOf("城市更新科");
        again("1");
        assertThat(table().shown()).isEmpty();
        world.headOf("用地管理科");
        again("2");
        assertThat(line("土地供应").ro()).isTrue();
        assertThat(line("平湖旧改").ro()).isFalse();
    }

    private static void again(String time) {
        UI.getCurrent().navigate("breakdown/" + PlanningWorld.YEAR, QueryParameters.of("time", time));
    }

    private static String json(BreakdownTable.Line line) {
        StringBuilder json = new StringBuilder("{");
        for (DeskColumn column : List.of(DeskColumn.values())) {
            String text = Map.copyOf(line.cells()).get(column.name());
            if (text != null) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(column.name())
                        .append("\":\"")
                        .append(text)
                        .append('"');
            }
        }
        return json.append('}').toString();
    }
}
