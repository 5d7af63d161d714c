package cn.guatu.progress;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The recognition ledger (计入): rows are posted and taken back, never changed; the monthly totals follow in the same transaction
 * (semantics §2, §9). Refusals are sentences in Chinese: an inadmissible row, or a conflict with a row that stands.
 */
@Service
public class LedgerService {

    /** Posts one row. */
    public RecognitionId post(NewRecognition row, Recording how) {
        return postAll(List.of(row), how).getFirst();
    }

    /**
     * Posts many rows, all or none; a batch is checked as a whole, so a reversal and its replacement may come together and a negative
     * row may stand before the one it corrects.
     *
     * @return the ids in the order of the rows
     */
    public List<RecognitionId> postAll(List<NewRecognition> rows, Recording how) {
        throw new UnsupportedOperationException();
    }

    /**
     * Posts what is missing to a cumulative value (截至目前累计) of the phase for the target.
     *
     * @param cumulative a row whose quantity (and denominator, of a ratio) is the cumulative value; a lower one than confirmed needs a
     *     reason. The value of a stock is posted as it is
     */
    public RecognitionId postCumulative(NewRecognition cumulative, Recording how) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes back a standing row by its exact opposite, which frees its batch or evidence for a new row.
     *
     * @param occurredOn the date that the taking back counts from; null: the date of the row, as if it had never been
     * @param reason why, never blank
     */
    public RecognitionId reverse(RecognitionId row, @Nullable LocalDate occurredOn, String reason, Recording how) {
        throw new UnsupportedOperationException();
    }

    /** Every row whose target belongs to the year, in the order they were posted. */
    public List<Recognition> rows(int year) {
        throw new UnsupportedOperationException();
    }

    /** The rows of one phase, by date and then as they were posted. */
    public List<Recognition> rowsOf(PhaseId phase) {
        throw new UnsupportedOperationException();
    }

    /** Works out all monthly totals anew from the ledger; the result equals what was maintained, to the last digit. */
    public void rebuild() {
        throw new UnsupportedOperationException();
    }
}
