package cn.guatu.planning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.planning.PlanningWorld;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** Target versions, responsibilities and the turn of the year as people see them. */
@GuatuTest
@Import(PlanningWorld.class)
@ViewPackages(packages = "cn.guatu.planning.ui")
@WithAnonymousUser
class PlanningPagesTest extends SpringBrowserlessTest {

    private static final int YEAR = PlanningWorld.YEAR;
    private static final int CARRY = 3;

    @Autowired
    private PlanningWorld world;

    @BeforeEach
    void oneTargetOneProject() {
        world.fresh();
        world.planner("dc1");
        UI.getCurrent().navigate("breakdown/" + YEAR);
        BreakdownTable table = $(BreakdownTable.class).single();
        table.add("TARGET", "", "{\"NAME\":\"土地供应\",\"UNIT\":\"公顷\",\"QUANTITY\":\"80\",\"LEAD\":\"用地\"}");
        table.add(
                "PHASE",
                table.shown().getFirst().key(),
                "{\"NAME\":\"平湖旧改\",\"STREET\":\"平湖\",\"OWNER\":\"李明\",\"QUANTITY\":\"80\",\"DUE\":\"9月底\"}");
    }

    private String text(Class<? extends Component> type) {
        return $(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .collect(Collectors.joining(" | "));
    }

    @Test
    void a_value_is_proposed_its_effect_is_seen_and_a_leader_approves_it() {
        UI.getCurrent().navigate("targets/" + YEAR + "/ZB-01");
        assertThat(text(TargetVersionsView.class)).contains("土地供应", "预计", "80");
        test($(Button.class).withText("提出调整").single()).click();
        test($(TextField.class).withCaption("年度目标").single()).setValue("92");
        test($(TextField.class).withCaption("文号").single()).setValue("深规土〔2027〕3号");
        assertThat(text(ProposalForm.class)).contains("92", "12", "尚未写入");
        test($(Button.class).withText("提交批准").single()).click();
        assertThat(text(TargetVersionsView.class)).contains("待批准", "等待责任领导批准");

        world.signIn("heju", Role.BUREAU_LEADER, AccessScope.everything());
        UI.getCurrent().navigate("targets/" + YEAR + "/ZB-01", QueryParameters.of("again", "1"));
        test($(Button.class).withText("批准").single()).click();
        assertThat(text(TargetVersionsView.class)).contains("全年执行 92", "已批准", "深规土〔2027〕3号");
    }

    @Test
    void the_list_of_a_person_shows_what_he_answers_for() {
        UI.getCurrent().navigate("responsibilities", QueryParameters.fromString("year=" + YEAR + "&by=person&who=李明"));
        assertThat(text(ResponsibilityTable.class)).contains("平湖旧改", "用地管理科", "完成土地供应", "9月30日", "土地供应 80");
        test($(Button.class).withText("移交").single()).click();
        assertThat(text(HandOverPanel.class)).contains("全部移交", "已办移交");
    }

    @Test
    void a_year_is_carried_into_the_next_one_after_it_was_listed() {
        UI.getCurrent().navigate("years");
        Button carry = (Button) test($(Grid.class).single()).getCellComponent(0, CARRY);
        carry.click();
        assertThat(text(CarryOverPanel.class)).contains("未完成的节点 1 个", "平湖旧改", "完成土地供应", "日期待定");
        test($(Button.class).withText("结转 1 个节点").single()).click();
        assertThat(test($(Grid.class).single()).size()).isEqualTo(2);
    }
}
