package cn.guatu.bulletin.rule;

import static cn.guatu.bulletin.rule.Given.target;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.TargetKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sentence of a target with the vectors of semantics §4–7. */
class SentencesTest {

    private static String said(Given target, TargetFigure... parts) {
        return new Sentences(Given.OCTOBER)
                .of(target.figure(), List.of(parts)).stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void over_fulfilment_is_said_as_it_is() {
        assertThat(said(target("T02", "土地供应", "80", "80.58").light(Light.DONE)))
                .isEqualTo("土地供应任务为80公顷，截至10月底完成80.58公顷，完成率100.7%，超序时17.4个百分点。");
    }

    @Test
    void parts_follow_their_whole() {
        assertThat(said(
                        target("T02", "土地供应", "80", "80.58"),
                        target("a", "公共设施用地", "60", "31").figure(),
                        target("b", "产业用地", "10", "10.5").figure()))
                .endsWith("个百分点。其中：公共设施用地任务为60公顷，截至10月底完成31公顷，完成率51.7%，低于序时31.7个百分点；"
                        + "产业用地任务为10公顷，截至10月底完成10.5公顷，完成率105.0%，超序时21.7个百分点。");
    }

    @Test
    void a_deviation_that_rounds_to_nothing_is_on_pace() {
        assertThat(said(target("T", "规划审批", "12", "10"))).endsWith("完成率83.3%，与序时持平。");
    }

    @Test
    void what_nobody_reported_is_not_zero() {
        assertThat(said(target("T", "储备土地", "320", null).kind(TargetKind.STOCK).light(Light.GREY)))
                .isEqualTo("储备土地任务为320公顷，截至10月底未报。");
    }

    @Test
    void without_a_target_there_is_no_rate() {
        assertThat(said(target("T", "碧道建设", null, "3.2").light(Light.GREY))).isEqualTo("碧道建设尚未下达年度任务，截至10月底完成3.2公顷。");
        assertThat(said(target("T", "低效用地", null, "0").provisional().light(Light.GREY)))
                .isEqualTo("低效用地任务（预）尚未明确，截至10月底完成0公顷。");
    }

    @Test
    void a_provisional_target_and_an_approximate_one_are_marked() {
        assertThat(said(target("T", "土地供应", "80", "40").provisional().about())).startsWith("土地供应任务（预）为约80公顷，");
    }

    @Test
    void a_ratio_and_a_stock_are_something_rather_than_completed() {
        assertThat(said(target("T", "按期办结率", "1", "0.95")
                        .in("%")
                        .kind(TargetKind.RATIO)
                        .expected("1")))
                .isEqualTo("按期办结率任务为100%，截至10月底为95%，完成率95.0%，低于序时5.0个百分点。");
        assertThat(said(target("T", "闲置土地", "12", "19").down("60", "0.854166")))
                .startsWith("闲置土地任务为降至12公顷（基期60公顷），截至10月底为19公顷，完成率85.4%，");
    }

    @Test
    void who_is_far_behind_hears_what_it_takes_and_what_is_missing() {
        assertThat(said(target("T01", "固定资产投资", "242", "121.5")
                        .in("亿元")
                        .light(Light.RED)
                        .outlook("150.333", "60.25")
                        .missing(3)))
                .endsWith("低于序时33.1个百分点。按近三个月均值推算，年底预计完成150.33亿元；完成全年任务须每月完成60.25亿元。有3个到期节点未报。");
    }

    @Test
    void inside_a_month_the_day_is_named_and_without_a_plan_nothing_is_compared() {
        assertThat(new Sentences(LocalDate.of(2026, 11, 22))
                        .of(target("T", "土地供应", "80", "40").expected(null).figure(), List.of()).stream()
                                .map(Piece::text)
                                .collect(Collectors.joining()))
                .isEqualTo("土地供应任务为80公顷，截至11月22日完成40公顷，完成率50.0%。");
    }

    @Test
    void every_number_is_a_figure_with_a_key() {
        assertThat(new Sentences(Given.OCTOBER)
                        .of(target("T02", "土地供应", "80", "80.58").figure(), List.of()).stream()
                                .filter(Piece::isFigure)
                                .map(piece -> piece.key() + "=" + piece.text()))
                .containsExactly(
                        "T02.target=80公顷", "T02.achieved=80.58公顷", "T02.rate=100.7%", "T02.deviation=超序时17.4个百分点");
    }
}
