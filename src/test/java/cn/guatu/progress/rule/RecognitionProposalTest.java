package cn.guatu.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Semantics §2: the form takes the cumulative value, the approval posts the difference; a finished node posts what it declares. */
class RecognitionProposalTest {

    @Test
    void a_cumulative_claim_proposes_the_difference_to_what_is_confirmed() {
        assertThat(RecognitionProposal.of(claim("5", null), counted(TargetKind.FLOW, null, "3.2", "0")))
                .hasValueSatisfying(row -> {
                    assertThat(row.quantity()).isEqualByComparingTo("1.8");
                    assertThat(row.takesBack()).isFalse();
                });
        assertThat(RecognitionProposal.of(claim("3", null), counted(TargetKind.FLOW, null, "3.2", "0")))
                .hasValueSatisfying(row -> assertThat(row.takesBack()).isTrue());
        assertThat(RecognitionProposal.of(claim("3.2", null), counted(TargetKind.FLOW, null, "3.2", "0")))
                .isEmpty();
    }

    @Test
    void a_stock_proposes_its_value_and_a_ratio_both_differences() {
        assertThat(RecognitionProposal.of(claim("4", null), counted(TargetKind.STOCK, null, "5", "0")))
                .hasValueSatisfying(row -> assertThat(row.quantity()).isEqualByComparingTo("4"));
        assertThat(RecognitionProposal.of(claim("95", "100"), counted(TargetKind.RATIO, null, "40", "50")))
                .hasValueSatisfying(row -> {
                    assertThat(row.quantity()).isEqualByComparingTo("55");
                    assertThat(row.denominator()).isEqualByComparingTo("50");
                });
    }

    @Test
    void a_finished_node_proposes_what_is_left_of_its_declared_quantity() {
        Claim finished = new Claim(null, null, LocalDate.of(2026, 6, 9), "一号", null, null, null, null, null, false);

        assertThat(RecognitionProposal.of(finished, counted(TargetKind.FLOW, "3.2", "9", "0")))
                .hasValueSatisfying(row -> assertThat(row.quantity()).isEqualByComparingTo("3.2"));
        assertThat(RecognitionProposal.of(finished, counted(TargetKind.FLOW, "3.2", "9", "3.2")))
                .isEmpty();
        assertThat(RecognitionProposal.of(finished, counted(TargetKind.MILESTONE, "1", "0", "0")))
                .isEmpty();
        assertThat(RecognitionProposal.of(finished, null)).isEmpty();
        assertThat(RecognitionProposal.of(Claim.nothingMoved(), counted(TargetKind.FLOW, "3.2", "0", "0")))
                .isEmpty();
    }

    private static Claim claim(String cumulative, @Nullable String denominator) {
        return new Claim(
                new BigDecimal(cumulative),
                denominator == null ? null : new BigDecimal(denominator),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static Counted counted(TargetKind kind, @Nullable String declared, String confirmed, String belowOrOnNode) {
        BigDecimal other = new BigDecimal(belowOrOnNode);
        return new Counted(
                new TargetId(1),
                "GH-01",
                "土地供应",
                "公顷",
                kind,
                declared == null ? null : new BigDecimal(declared),
                new BigDecimal(confirmed),
                other,
                other);
    }
}
