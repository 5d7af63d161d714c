package cn.guatu.assessment;

import cn.guatu.platform.persistence.RetryingTransactions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Checks that published snapshots are as they were published: every row against its own hash, every snapshot against the chain. What was
 * changed is named; a row that was changed together with its hash is found by working the month out again from the history.
 */
@Service
public class SnapshotVerifier {

    private static final int NAMES = 5;

    private final SnapshotQueries queries;
    private final AssessmentService assessment;
    private final RetryingTransactions transactions;

    SnapshotVerifier(SnapshotQueries queries, AssessmentService assessment, RetryingTransactions transactions) {
        this.queries = queries;
        this.assessment = assessment;
        this.transactions = transactions;
    }

    /**
     * What came of a check.
     *
     * @param snapshots how many were looked at
     * @param findings what is wrong; empty when nothing is
     */
    public record Report(int snapshots, List<VerifyFinding> findings) {

        /** The list is copied. */
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /** Checks every snapshot of every year. */
    public Report verify() {
        return transactions.readOnly(() -> {
            List<VerifyFinding> findings = new ArrayList<>();
            List<SnapshotQueries.Link> chain = queries.chain();
            String previous = SnapshotHash.START;
            long place = 0;
            for (SnapshotQueries.Link link : chain) {
                if (link.place() != place + 1) {
                    add(findings, link, "之前缺少快照：链上第 " + (place + 1) + " 位不见了");
                } else if (!link.previousHash().equals(previous)) {
                    add(findings, link, "与上一期快照的校验值不衔接");
                }
                rows(link, findings);
                place = link.place();
                previous = link.published().hash();
            }
            return new Report(chain.size(), findings);
        });
    }

    private void rows(SnapshotQueries.Link link, List<VerifyFinding> findings) {
        List<SnapshotLine> lines = queries.lines(link.published().id());
        List<String> hashes = new ArrayList<>();
        List<SnapshotLine> changed = new ArrayList<>();
        for (SnapshotLine line : lines) {
            String hash = SnapshotHash.ofLine(line.kind(), line.key(), line.content());
            hashes.add(hash);
            if (!hash.equals(line.hash())) {
                changed.add(line);
            }
        }
        boolean whole = SnapshotHash.of(link.previousHash(), link.head(), hashes)
                .equals(link.published().hash());
        changed.forEach(line -> add(findings, link, SnapshotContent.title(line) + "的内容被改动" + was(link, line)));
        if (lines.size() != link.rows()) {
            add(findings, link, "应有 " + link.rows() + " 行，实有 " + lines.size() + " 行" + missing(link, lines));
        } else if (!whole && changed.isEmpty()) {
            add(findings, link, "内容或发布信息连同校验值一并被改动" + differing(link, lines));
        }
    }

    private static void add(List<VerifyFinding> findings, SnapshotQueries.Link link, String text) {
        Published head = link.published();
        findings.add(new VerifyFinding(
                head.year(),
                head.month(),
                head.edition(),
                "%d年%d月（第%d次发布）：%s。".formatted(head.year(), head.month(), head.edition(), text)));
    }

    private String was(SnapshotQueries.Link link, SnapshotLine line) {
        SnapshotLine again = again(link).get(line.kind() + " " + line.key());
        return again == null ? "" : SnapshotContent.difference(again, line);
    }

    private String missing(SnapshotQueries.Link link, List<SnapshotLine> lines) {
        Map<String, SnapshotLine> again = again(link);
        lines.forEach(line -> again.remove(line.kind() + " " + line.key()));
        return again.isEmpty() ? "" : "，缺" + names(again.values().stream().toList());
    }

    private String differing(SnapshotQueries.Link link, List<SnapshotLine> lines) {
        Map<String, SnapshotLine> again = again(link);
        List<SnapshotLine> other = lines.stream()
                .filter(line -> {
                    SnapshotLine worked = again.get(line.kind() + " " + line.key());
                    return worked == null || !worked.content().equals(line.content());
                })
                .toList();
        if (other.isEmpty()) {
            return "";
        }
        SnapshotLine first = other.getFirst();
        SnapshotLine worked = again.get(first.kind() + " " + first.key());
        return "：" + names(other) + (worked == null ? "" : SnapshotContent.difference(worked, first));
    }

    /** The rows as they are worked out again from the history, by kind and key. */
    private Map<String, SnapshotLine> again(SnapshotQueries.Link link) {
        Published head = link.published();
        Map<String, SnapshotLine> again = new HashMap<>();
        AssessmentService.Draft draft = assessment.draft(YearMonth.of(head.year(), head.month()), head.knownAt());
        SnapshotContent.write(draft.rules(), draft.facts(), draft.cards())
                .forEach(line -> again.put(line.kind() + " " + line.key(), line));
        return again;
    }

    private static String names(List<SnapshotLine> lines) {
        return lines.stream().limit(NAMES).map(SnapshotContent::title).collect(Collectors.joining("、"))
                + (lines.size() > NAMES ? "等 " + lines.size() + " 处" : "");
    }
}
