package cn.guatu.planning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.PlanningWorld;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
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
