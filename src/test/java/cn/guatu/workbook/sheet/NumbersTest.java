package cn.guatu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** workbook.md, What cells may look like: numbers. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80|80||false",
                "1,234.5|1234.5||false",
                "８０|80||false",
                "80公顷|80|公顷|false",
                "80 公顷|80|公顷|false",
                "约80|80||true",
                "约 80 公顷|80|公顷|true",
                "大约80|80||true",
                "１，２３４．５|1234.5||false",
                "65万㎡|65|万平方米|false",
                "1 234|1234||false",
                "-3.5|-3.5||false",
                "－3|-3||false",
                "95%|95|%|false",
                "９５％|95|%|false",
                "3项|3|项|false",
                "1,234,567.89 m2|1234567.89|平方米|false",
                "2 km²|2|平方公里|false",
                "12.5亿元|12.5|亿元|false",
                "007|7||false"
            })
    void aNumberIsReadAsOfficersWriteIt(String text, BigDecimal number, @Nullable String unit, boolean approx) {
        MeasureUnit of = unit == null ? null : MeasureUnit.of(unit);
        assertThat(Numbers.ofText(text)).isEqualTo(new Parsed.Good<>(new Amount(number, of, approx)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "若干",
                "1,23",
                "12,34",
                "1,2345",
                "1.2.3",
                "80-90",
                "80~90",
                "—",
                "-",
                "无",
                "待定",
                "约",
                "1e3",
                "80余公顷",
                "60万",
                "八十",
                "1/2",
                "999999999999999999",
                "80左右",
                ",5",
                "3.",
                "1,234,56"
            })
    void whatIsNoNumberIsAnErrorAndNotZero(String text) {
        assertThat(Numbers.ofText(text)).isInstanceOf(Parsed.Bad.class);
    }

    @ParameterizedTest
    @CsvSource({"60万,600000", "80余公顷,约80公顷", "80左右,约80"})
    void theCorrectedNumberIsSuggested(String text, String suggestion) {
        assertThat(Numbers.ofText(text))
                .isInstanceOfSatisfying(
                        Parsed.Bad.class, bad -> assertThat(bad.suggestion()).isEqualTo(suggestion));
    }

    @Test
    void anAbsurdExponentDoesNotHangTheReader() {
        assertThat(Numbers.safe("1E999999999")).isNull();
        assertThat(Numbers.safe("1E-999999999")).isEqualByComparingTo("0");
        assertThat(Numbers.safe("NaN")).isNull();
    }

    @Test
    void groupedNumbersReadBackWhateverTheirSize() {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            BigDecimal number =
                    BigDecimal.valueOf(random.nextLong(100_000_000_000_000L), 4).setScale(2, RoundingMode.DOWN);
            String grouped = "%,.2f".formatted(number);
            assertThat(Numbers.ofText(grouped))
                    .as(grouped)
                    .isInstanceOfSatisfying(
                            Parsed.Good.class,
                            good -> assertThat(((Amount) good.value()).number()).isEqualByComparingTo(number));
        }
    }
}
