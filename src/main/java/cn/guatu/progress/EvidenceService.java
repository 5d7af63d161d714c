package cn.guatu.progress;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.rule.EvidenceType;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Evidence files of reports. Who sees a phase may open its files, by links that open once; a file is never written over, and one that is
 * taken off its item before the approval stays in the store.
 */
@Service
public class EvidenceService {

    /** The largest file, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 255;
    private static final int TOKEN_BYTES = 32;
    private static final Duration OPENS_FOR = Duration.ofMinutes(2);

    private final EvidenceQueries queries;
    private final EvidenceStore store;
    private final ReportQueries reports;
    private final ReportGate gate;
    private final RetryingTransactions transactions;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    EvidenceService(
            EvidenceQueries queries,
            EvidenceStore store,
            ReportQueries reports,
            ReportGate gate,
            RetryingTransactions transactions,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.reports = reports;
        this.gate = gate;
        this.transactions = transactions;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** A file with its content. */
    public record Opened(EvidenceFile file, byte[] content) {}

    /** Puts a file on an item whose report is not approved yet. */
    @PreAuthorize(Permission.May.REPORT)
    public EvidenceId add(ReportKey item, String fileName, byte[] content) {
        String name = nameOf(fileName);
        EvidenceType type = typeOf(name, content);
        String sha256 = hash(content);
        return transactions.execute(() -> {
            gate.toReport(item);
            requireNotApproved(item);
            List<EvidenceFile> there = queries.of(item);
            for (EvidenceFile file : there) {
                if (file.sha256().equals(sha256) && file.name().equals(name)) {
                    return file.id();
                }
            }
            if (there.size() >= MOST_FILES) {
                throw Refusal.inadmissible("每项最多上传 %d 个证明文件，请先移除不需要的。".formatted(MOST_FILES));
            }
            Instant now = clock.now();
            if (!queries.hasContent(sha256)) {
                store.addContent(sha256, content, now);
            }
            return store.add(item, name, type.mediaType(), sha256, content.length, user.account(), now);
        });
    }

    /** The files of an item that the caller sees, in the order they came. */
    @PreAuthorize(Permission.May.READ)
    public List<EvidenceFile> of(ReportKey item) {
        gate.visible(item);
        return queries.of(item);
    }

    /** Takes a file off an item whose report is not approved yet. */
    @PreAuthorize(Permission.May.REPORT)
    public void remove(EvidenceId id) {
        transactions.run(() -> {
            EvidenceFile file = require(id);
            gate.toReport(file.item());
            requireNotApproved(file.item());
            store.remove(id, user.account(), clock.now());
            audit.record("evidence.remove", file.name(), Map.of("sha256", file.sha256()), null);
        });
    }

    /** A path under the product's address that gives the file once, to the caller only, within two minutes. */
    @PreAuthorize(Permission.May.READ)
    public String link(EvidenceId id) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transactions.run(() -> {
            gate.visible(require(id).item());
            Instant now = clock.now();
            store.addTicket(hash(token), id, user.account(), now.plus(OPENS_FOR), now);
        });
        return "evidence/" + token;
    }

    /** Opens what a link stands for, and uses the link up. */
    @PreAuthorize(Permission.May.READ)
    public Opened open(String token) {
        return transactions.execute(() -> {
            EvidenceId id =
                    queries.ticket(hash(token), user.account(), clock.now()).orElseThrow(EvidenceService::used);
            EvidenceFile file = require(id);
            gate.visible(file.item());
            if (!store.use(hash(token))) {
                throw used();
            }
            return new Opened(file, queries.content(file));
        });
    }

    private EvidenceFile require(EvidenceId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("没有这个证明文件，请刷新。"));
    }

    private void requireNotApproved(ReportKey item) {
        if (reports.find(item)
                .filter(report -> report.state() == ReportState.APPROVED)
                .isPresent()) {
            throw Refusal.conflict("本周周报已审核通过，证明文件不能再增减。");
        }
    }

    private static Refusal used() {
        return Refusal.notFound("这个链接已用过或已过期，请回到页面重新打开文件。");
    }

    private static EvidenceType typeOf(String name, byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.tooLarge("证明文件不能超过 20 MB，请压缩后再上传。");
        }
        if (content.length == 0) {
            throw Refusal.invalid("《%s》是空文件，请检查后再上传。".formatted(name));
        }
        EvidenceType type = EvidenceType.named(name)
                .orElseThrow(
                        () -> Refusal.unsupported("不能上传《%s》：只接受 PDF、图片（png、jpg）、Word、Excel 和 OFD 文件。".formatted(name)));
        if (!type.fits(content)) {
            throw Refusal.unsupported("《%s》的内容与扩展名不符，请确认文件未损坏、未改名。".formatted(name));
        }
        return type;
    }

    private static String nameOf(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            throw Refusal.invalid("文件没有名称，请重新选择。");
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static String hash(String token) {
        return hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
