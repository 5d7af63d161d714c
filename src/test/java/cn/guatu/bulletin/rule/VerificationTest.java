package cn.guatu.bulletin.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.bulletin.rule.Verification.Finding;
import cn.guatu.bulletin.rule.Verification.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Figures are found again in texts that people have been at, with and without their tags. */
class VerificationTest {

    private static final Bulletin BULLETIN = Drafting.of(Given.month(false));

    private static List<Found> untagged(UnaryOperator<String> edit) {
        List<Found> found = new ArrayList<>();
        for (Bulletin.Line line : BULLETIN.lines()) {
            String text = line.pieces().stream().map(Piece::text).collect(Collectors.joining());
            found.add(new Found(edit.apply(text), Map.of()));
        }
        return found;
    }

    private static List<Finding> findings(UnaryOperator<String> edit) {
        return Verification.of(BULLETIN, untagged(edit)).findings();
    }

    @Test
    void an_untouched_text_is_clean_even_without_tags() {
        Verification.Result result = Verification.of(BULLETIN, untagged(text -> text));
        assertThat(result.findings()).isEmpty();
        assertThat(result.byHand()).isEmpty();
        assertThat(result.figures()).isGreaterThan(50);
        assertThat(result.byTag()).isZero();
    }

    @Test
    void a_changed_figure_is_found_between_its_words() {
        assertThat(findings(text -> text.replace("完成80.58公顷", "完成88.58公顷")))
                .extracting(Finding::key, Finding::expected, Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("T02.achieved", "80.58公顷", "88.58公顷"));
    }

    @Test
    void a_changed_cell_is_found_in_its_row() {
        assertThat(findings(text -> text.startsWith("1\t城市更新土地供应") ? text.replace("80.58", "81.58") : text))
                .extracting(Finding::where, Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("指标完成情况表 · 城市更新土地供应", "81.58"));
    }

    @Test
    void a_turned_direction_is_a_changed_figure() {
        assertThat(findings(text -> text.replace("超序时17.4个百分点", "低于序时17.4个百分点")))
                .extracting(Finding::key)
                .containsExactly("T02.deviation");
    }

    @Test
    void words_written_around_a_figure_leave_it_as_it_is() {
        assertThat(findings(text ->
                        text.replace("土地供应任务为80公顷，", "土地供应全年任务确定为80公顷，各单位合力推进，").replace("完成率100.7%", "完成率达100.7%")))
                .isEmpty();
    }

    @Test
    void other_widths_and_trailing_zeros_say_the_same() {
        assertThat(findings(text -> text.replace("80.58公顷", "８０.５８0 公顷"))).isEmpty();
    }

    @Test
    void a_figure_that_is_gone_is_reported_as_gone() {
        assertThat(findings(text -> text.replace("，完成率100.7%，超序时17.4个百分点", "")))
                .extracting(Finding::key, Finding::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("T02.rate", ""),
                        org.assertj.core.groups.Tuple.tuple("T02.deviation", ""));
    }

    @Test
    void a_tag_is_believed_before_the_words() {
        List<Found> document = new ArrayList<>();
        for (Found line : untagged(text -> text)) {
            document.add(
                    line.text().contains("T") || !line.text().startsWith("1.城市更新土地供应")
                            ? line
                            : new Found(
                                    "全部改写过的一段话，已完成90公顷。",
                                    Map.of(
                                            "T02.achieved",
                                            "90公顷",
                                            "T02.target",
                                            "80公顷",
                                            "T02.rate",
                                            "100.7%",
                                            "T02.deviation",
                                            "超序时17.4个百分点",
                                            "T02.1.target",
                                            "60公顷",
                                            "T02.1.achieved",
                                            "31公顷",
                                            "T02.1.rate",
                                            "51.7%",
                                            "T02.1.deviation",
                                            "低于序时31.7个百分点")));
        }
        Verification.Result result = Verification.of(BULLETIN, document);
        assertThat(result.findings())
                .extracting(Finding::key, Finding::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("T02.achieved", "90公顷"));
        assertThat(result.byTag()).isEqualTo(8);
    }

    @Test
    void what_somebody_writes_over_a_figure_in_the_browser_stays_known_as_different() {
        Block.Paragraph paragraph = BULLETIN.paragraphs().stream()
                .filter(each -> each.key().equals("target.T02"))
                .findFirst()
                .orElseThrow();
        Bulletin edited = BULLETIN.rewritten(
                Map.of("target.T02", paragraph.text().replace("80.58公顷", "85公顷"), "opening", "", "title", "一个新标题"));
        assertThat(edited.text(Level.TITLE)).isEqualTo("一个新标题");
        assertThat(edited.paragraphs()).extracting(Block.Paragraph::key).doesNotContain("opening");
        assertThat(edited.paragraphs().stream()
                        .flatMap(each -> each.pieces().stream())
                        .filter(Piece::differs))
                .extracting(Piece::text, Piece::expected)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("85公顷", "80.58公顷"));
    }

    @Test
    void numbers_that_people_added_are_named_as_their_own() {
        List<Found> document = untagged(text -> text.replace("土地供应任务为80公顷，", "土地供应任务为80公顷（含跨年结转３.5公顷），"));
        document.add(new Found("另据初步统计，带动投资约12亿元。", Map.of()));
        Verification.Result result = Verification.of(BULLETIN, document);
        assertThat(result.findings()).isEmpty();
        assertThat(result.byHand()).hasSize(2);
        assertThat(result.byHand().get(0)).contains("3.5公顷");
        assertThat(result.byHand().get(1)).contains("12亿元");
    }

    @Test
    void a_number_that_was_added_in_the_browser_stays_a_hand_number_in_the_document() {
        Block.Paragraph paragraph = BULLETIN.paragraphs().stream()
                .filter(each -> each.key().equals("target.T02"))
                .findFirst()
                .orElseThrow();
        Bulletin edited = BULLETIN.rewritten(Map.of("target.T02", paragraph.text() + "另有9宗正在报批。"));
        List<Found> document = new ArrayList<>();
        for (Bulletin.Line line : edited.lines()) {
            document.add(new Found(line.pieces().stream().map(Piece::text).collect(Collectors.joining()), Map.of()));
        }
        Verification.Result result = Verification.of(edited, BULLETIN, document);
        assertThat(result.findings()).isEmpty();
        assertThat(result.byHand()).singleElement().asString().contains("另有9宗");
    }
}
