package cn.guatu.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Semantics §9: shares are exact decimals; what rounding leaves goes to the first street, so parts always add up. */
class StreetSplitTest {

    private static final UnitId 甲 = new UnitId(1);
    private static final UnitId 乙 = new UnitId(2);
    private static final UnitId 丙 = new UnitId(3);

    @Test
    void ten_hectares_at_sixty_to_forty_are_six_and_four() {
        var parts = StreetSplit.of(new BigDecimal("10"), null, List.of(share(甲, "0.6"), share(乙, "0.4")));

        assertThat(parts).extracting(StreetSplit.Part::quantity).containsExactly(decimal("6"), decimal("4"));
        assertThat(parts).extracting(StreetSplit.Part::denominator).containsOnlyNulls();
    }

    @Test
    void what_rounding_leaves_is_with_the_first_street() {
        var third = "0.333333333333";
        var parts = StreetSplit.of(
                new BigDecimal("0.000002"),
                new BigDecimal("1"),
                List.of(share(甲, "0.333333333334"), share(乙, third), share(丙, third)));

        assertThat(parts)
                .extracting(StreetSplit.Part::quantity)
                .containsExactly(decimal("0"), decimal("0.000001"), decimal("0.000001"));
        assertThat(parts)
                .extracting(StreetSplit.Part::denominator)
                .containsExactly(decimal("0.333334"), decimal("0.333333"), decimal("0.333333"));
    }

    @Test
    void a_negated_part_takes_back_exactly_what_was_given() {
        var shares = List.of(share(甲, "0.37"), share(乙, "0.63"));
        var given = StreetSplit.of(new BigDecimal("3.141593"), null, shares);
        var taken = StreetSplit.of(new BigDecimal("-3.141593"), null, shares);

        assertThat(given.stream().map(StreetSplit.Part::negated)).containsExactlyElementsOf(taken);
    }

    @Test
    void parts_always_add_up() {
        Random random = new Random(20_180_611);
        for (int round = 0; round < 500; round++) {
            List<StreetSplit.Share> shares = randomShares(random);
            BigDecimal whole = BigDecimal.valueOf(random.nextLong(-9_000_000_000L, 9_000_000_000L), 6);

            BigDecimal sum = StreetSplit.of(whole, null, shares).stream()
                    .map(StreetSplit.Part::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).as("%s over %s", whole, shares).isEqualByComparingTo(whole);
        }
    }

    private static List<StreetSplit.Share> randomShares(Random random) {
        List<StreetSplit.Share> shares = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        int streets = random.nextInt(1, 9);
        for (int i = 1; i < streets; i++) {
            BigDecimal share = left.multiply(BigDecimal.valueOf(random.nextInt(1, 900_000), 6))
                    .setScale(12, java.math.RoundingMode.DOWN);
            shares.add(new StreetSplit.Share(new UnitId(i), share));
            left = left.subtract(share);
        }
        shares.add(new StreetSplit.Share(new UnitId(streets), left));
        return shares;
    }

    private static StreetSplit.Share share(UnitId street, String share) {
        return new StreetSplit.Share(street, new BigDecimal(share));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).setScale(6);
    }
}
