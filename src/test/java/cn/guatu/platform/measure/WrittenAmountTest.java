package cn.guatu.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Semantics §3: units convert exactly; what is typed is understood or refused, never guessed. */
class WrittenAmountTest {

    private static BigDecimal hectares(String text) {
        return WrittenAmount.parse(text, "公顷")
                .flatMap(amount -> amount.in(MeasureUnit.of("公顷")))
                .orElseThrow()
                .value();
    }

    @Test
    void a_unit_in_the_text_wins_over_the_one_beside_it() {
        assertThat(hectares("1.6 万㎡")).isEqualByComparingTo("1.6");
        assertThat(hectares("15亩")).isEqualByComparingTo("1");
        assertThat(hectares("0.02平方公里")).isEqualByComparingTo("2");
        assertThat(hectares("１.６")).isEqualByComparingTo("1.6");
        assertThat(hectares("-1,200.5")).isEqualByComparingTo("-1200.5");
        assertThat(hectares(".5")).isEqualByComparingTo("0.5");
    }

    @Test
    void what_is_no_number_or_of_another_kind_is_refused() {
        assertThat(WrittenAmount.parse("若干", "公顷")).isEmpty();
        assertThat(WrittenAmount.parse("1,23", "公顷")).isEmpty();
        assertThat(WrittenAmount.parse(" ", "公顷")).isEmpty();
        assertThat(WrittenAmount.parse("3 亿元", "公顷").map(amount -> amount.fits(MeasureUnit.of("公顷"))))
                .contains(false);
    }

    @Test
    void a_per_cent_is_kept_as_a_fraction() {
        assertThat(WrittenAmount.parse("95", "%")
                        .flatMap((Amount amount) -> amount.in(MeasureUnit.of("%")))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("0.95");
    }
}
