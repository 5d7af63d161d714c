package cn.guatu.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pasted from a spreadsheet is understood by its headings, or by the usual order. */
class PastedRowsTest {

    @Test
    void headings_say_which_column_is_which() {
        assertThat(PastedRows.of("进展情况\t事项*\t累计(公顷)\r\n已签\tLG05 土地出让\t2.5\r\n\r\n"))
                .containsExactly(new PastedRows.Row("LG05 土地出让", "2.5", "已签", null, null));
    }

    @Test
    void without_headings_the_usual_order_holds() {
        assertThat(PastedRows.of("土地出让\t2\t\"第一行\n第二行\"\t下周\"签\"\t"))
                .containsExactly(new PastedRows.Row("土地出让", "2", "第一行\n第二行", "下周\"签\"", null));
        assertThat(PastedRows.of("  \n\t\n")).isEmpty();
    }

    @Test
    void an_item_is_meant_when_it_is_the_only_one() {
        List<String> titles = List.of("南岭地块 · 土地出让", "南岭地块 · 规划审批", "黄阁坑 · 土地出让");

        assertThat(PastedRows.match("南岭地块·规划审批", titles)).isEqualTo(1);
        assertThat(PastedRows.match("规划审批", titles)).isEqualTo(1);
        assertThat(PastedRows.match("土地出让", titles)).as("two of them").isEqualTo(-1);
        assertThat(PastedRows.match("没有", titles)).isEqualTo(-1);
    }
}
