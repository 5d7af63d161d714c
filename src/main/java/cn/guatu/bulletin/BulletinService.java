package cn.guatu.bulletin;

import cn.guatu.bulletin.document.BulletinPdf;
import cn.guatu.bulletin.document.DocxReader;
import cn.guatu.bulletin.document.DocxWriter;
import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Verification;
import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The 通报 of a month: generated from figures, rewritten by people, exported, and compared with what came back. A draft is shown only to
 * those who see the whole district; what is published goes to everybody.
 */
@Service
public class BulletinService {

    /** The longest paragraph that can be kept. */
    public static final int LONGEST_PARAGRAPH = 4000;

    private final BulletinIssues issues;
    private final BulletinQueries queries;
    private final BulletinStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    BulletinService(
            BulletinIssues issues,
            BulletinQueries queries,
            BulletinStore store,
            ChangeLog changes,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.issues = issues;
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The text as it stands.
     *
     * @throws Refusal NOT_FOUND for an unknown year or a month to come, FORBIDDEN for a draft that the caller may not see
     */
    @PreAuthorize(Permission.May.READ)
    public BulletinText text(int year, int month) {
        Bulletin generated = generated(year, month);
        List<BulletinVersion> versions = queries.versions(year, month);
        int number = versions.isEmpty() ? 0 : versions.getFirst().number();
        Map<String, String> rewritten = queries.paragraphs(year, month, number);
        return new BulletinText(generated, rewritten, generated.rewritten(rewritten), number, versions);
    }

    /** The Word document; figures keep their keys in it. */
    @PreAuthorize(Permission.May.READ)
    public DocumentFile docx(int year, int month) {
        Bulletin bulletin = text(year, month).edited();
        return new DocumentFile(name(bulletin) + ".docx", DocumentFile.DOCX, DocxWriter.write(bulletin));
    }

    /** The same content as PDF. */
    @PreAuthorize(Permission.May.READ)
    public DocumentFile pdf(int year, int month) {
        Bulletin bulletin = text(year, month).edited();
        return new DocumentFile(name(bulletin) + ".pdf", DocumentFile.PDF, BulletinPdf.write(bulletin));
    }

    /**
     * Saves paragraphs as people wrote them; one that says what was generated counts as not rewritten.
     *
     * @param texts by key of the paragraph, all that are rewritten
     * @param basedOn number of the version that was changed
     * @throws Refusal CONFLICT when somebody else has saved since, INVALID for a text that is too long
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void save(int year, int month, int basedOn, Map<String, String> texts) {
        Map<String, String> rewritten = rewritten(generated(year, month), texts);
        add(year, month, basedOn, rewritten.isEmpty() ? "恢复为生成文本" : "修改 " + rewritten.size() + " 段", rewritten);
    }

    /** Goes back to the generated text, as a new version. */
    @PreAuthorize(Permission.May.OPERATE)
    public void reset(int year, int month, int basedOn) {
        generated(year, month);
        add(year, month, basedOn, "恢复为生成文本", Map.of());
    }

    /** Takes an earlier saving again, as a new version. */
    @PreAuthorize(Permission.May.OPERATE)
    public void restore(int year, int month, int basedOn, int number) {
        Bulletin generated = generated(year, month);
        if (queries.versions(year, month).stream().noneMatch(version -> version.number() == number)) {
            throw Refusal.notFound("没有第 " + number + " 版。");
        }
        add(
                year,
                month,
                basedOn,
                "恢复第 " + number + " 版",
                rewritten(generated, queries.paragraphs(year, month, number)));
    }

    /**
     * Compares an edited .docx with the figures of the month.
     *
     * @throws Refusal UNSUPPORTED when it is no Word document, CONFLICT when it says it is the 通报 of another month
     */
    @PreAuthorize(Permission.May.READ)
    public Verification.Result verify(int year, int month, byte[] file) {
        BulletinText text = text(year, month);
        DocxReader.Contents contents = DocxReader.read(file);
        String own = "%d-%02d".formatted(year, month);
        if (contents.month() != null && !contents.month().equals(own)) {
            throw Refusal.conflict("这份文档是" + contents.month() + "的通报，不是" + own + "的，请在对应月份核验。");
        }
        return Verification.of(text.edited(), text.generated(), contents.lines());
    }

    private void add(int year, int month, int basedOn, String note, Map<String, String> paragraphs) {
        transactions.run(() -> {
            List<BulletinVersion> versions = queries.versions(year, month);
            int latest = versions.isEmpty() ? 0 : versions.getFirst().number();
            if (latest != basedOn) {
                throw Refusal.conflict("这份通报刚被别人保存过，请刷新后在最新的文字上修改。");
            }
            Recording how = new Recording(clock.now(), user.account(), year, null);
            store.add(year, month, latest + 1, note, paragraphs, how);
            changes.record(how, "BULLETIN", year + "年" + month + "月通报：" + note);
        });
    }

    private static Map<String, String> rewritten(Bulletin generated, Map<String, String> texts) {
        Map<String, Block.Paragraph> paragraphs =
                generated.paragraphs().stream().collect(Collectors.toMap(Block.Paragraph::key, Function.identity()));
        Map<String, String> rewritten = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            Block.Paragraph paragraph = paragraphs.get(key);
            String kept = text.strip();
            if (paragraph == null || kept.equals(paragraph.text().strip())) {
                return;
            }
            if (kept.length() > LONGEST_PARAGRAPH) {
                throw Refusal.invalid("有一段超过 " + LONGEST_PARAGRAPH + " 字，请分段后再保存。");
            }
            rewritten.put(key, kept);
        });
        return rewritten;
    }

    private Bulletin generated(int year, int month) {
        Bulletin bulletin = issues.generated(year, month);
        if (bulletin.draft() && !user.scope().isEverything()) {
            throw Refusal.forbidden(year + "年" + month + "月的通报尚未发布，征求意见稿仅供局领导和督查人员查看。");
        }
        return bulletin;
    }

    private static String name(Bulletin bulletin) {
        return bulletin.year() + "年" + bulletin.month() + "月重点工作通报" + (bulletin.draft() ? "（征求意见稿）" : "");
    }
}
