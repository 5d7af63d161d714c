package cn.guatu.bulletin;

import cn.guatu.assessment.Snapshot;
import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Drafting;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The generated text of published months, kept word for word: registers of decisions and blockers go on, the 通报 that was published does
 * not. {@link MonthDocuments} keeps it within minutes of the publication; whoever asks earlier has it kept at once.
 */
@Component
class BulletinIssues {

    /** How blocks are told apart in what is kept. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
        @JsonSubTypes.Type(value = Block.Bars.class, name = "bars")
    })
    private interface Kept {}

    /** Records are kept by their components alone. */
    @JsonIgnoreProperties(ignoreUnknown = true, value = "figure")
    private interface Plain {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Block.class, Kept.class)
            .addMixIn(cn.guatu.bulletin.rule.Piece.class, Plain.class)
            .build();

    private final MonthReading months;
    private final BulletinQueries queries;
    private final BulletinStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    BulletinIssues(
            MonthReading months,
            BulletinQueries queries,
            BulletinStore store,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.months = months;
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The generated text of a month: the kept one when the month is published, else as the figures stand now. */
    Bulletin generated(int year, int month) {
        Optional<Snapshot> snapshot = months.published(year, month);
        if (snapshot.isEmpty()) {
            return Drafting.of(months.of(year, month));
        }
        int edition = snapshot.get().edition();
        Optional<String> kept = queries.issue(year, month, edition);
        if (kept.isPresent()) {
            return JSON.readValue(kept.get(), Bulletin.class);
        }
        Bulletin bulletin = Drafting.of(months.of(snapshot.get()));
        String content = JSON.writeValueAsString(bulletin);
        transactions.run(() -> store.keep(year, month, edition, content, clock.now()));
        return bulletin;
    }
}
