package cn.guatu.progress.rule;

import cn.guatu.progress.Claim;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether what an owner says of an item can stand (semantics §2, §12). Every objection is a sentence that he can act on. */
public final class ClaimRule {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_EVIDENCE = 1_000;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000000");

    private ClaimRule() {}

    /**
     * What is known of the item.
     *
     * @param kind of the target that is counted; null: the item counts towards none
     * @param unit of the target, for sentences
     * @param confirmed what the ledger has for phase and target
     * @param lastClaim the cumulative value of the last report before this week; null when there is none
     * @param aboutNode whether the item is a node
     * @param evidenceFiles how many files were added
     * @param today the business day
     */
    public record Known(
            @Nullable TargetKind kind,
            String unit,
            BigDecimal confirmed,
            @Nullable BigDecimal lastClaim,
            boolean aboutNode,
            int evidenceFiles,
            LocalDate today) {}

    /** Why the claim cannot stand; null when it can. */
    public static @Nullable String objection(Claim claim, Known known) {
        String shape = shape(claim);
        if (shape != null) {
            return shape;
        }
        String completion = completion(claim, known);
        return completion != null ? completion : quantity(claim, known);
    }

    private static @Nullable String shape(Claim claim) {
        if (tooLong(claim.progress(), LONGEST_TEXT)
                || tooLong(claim.nextSteps(), LONGEST_TEXT)
                || tooLong(claim.difficulty(), LONGEST_TEXT)
                || tooLong(claim.reason(), LONGEST_TEXT)) {
            return "进展情况、下步计划、存在问题和原因各不超过 %d 字，请精简。".formatted(LONGEST_TEXT);
        }
        if (tooLong(claim.evidence(), LONGEST_EVIDENCE)) {
            return "文号或证号不超过 %d 字，请精简。".formatted(LONGEST_EVIDENCE);
        }
        if (garbled(claim.progress())
                || garbled(claim.nextSteps())
                || garbled(claim.difficulty())
                || garbled(claim.reason())
                || garbled(claim.evidence())) {
            return "填报内容不能含控制字符，请重新输入。";
        }
        if (claim.noChange()) {
            return claim.completedOn() == null ? null : "选择“无变化”时不能同时填写实际完成日期。";
        }
        boolean said = claim.progress() != null || claim.cumulative() != null || claim.completedOn() != null;
        return said ? null : "请填写进展情况；没有进展请选择“无变化”。";
    }

    private static @Nullable String completion(Claim claim, Known known) {
        LocalDate completed = claim.completedOn();
        if (completed == null) {
            return null;
        }
        if (!known.aboutNode()) {
            return "实际完成日期只能按节点填写，请选择具体节点。";
        }
        if (completed.isAfter(known.today())) {
            return "实际完成日期不能晚于今天；尚未完成请填写预计完成日期。";
        }
        return claim.evidence() == null && known.evidenceFiles() == 0 ? "节点完成须有依据，请填写文号（证号）或上传证明文件。" : null;
    }

    private static @Nullable String quantity(Claim claim, Known known) {
        BigDecimal cumulative = claim.cumulative();
        BigDecimal denominator = claim.denominator();
        if (cumulative == null) {
            return denominator == null ? null : "只填写了分母，请同时填写累计数（分子）。";
        }
        TargetKind kind = known.kind();
        if (kind == null) {
            return "该项没有计入指标，不能填写累计数，请在进展情况中说明。";
        }
        if (kind == TargetKind.MILESTONE) {
            return "里程碑指标按节点完成情况计算，不填写累计数。";
        }
        if (claim.noChange() && !sameAsBefore(cumulative, known)) {
            return "选择“无变化”时累计数须与上次相同；有变化请取消“无变化”。";
        }
        if ((kind == TargetKind.RATIO) != (denominator != null)) {
            return kind == TargetKind.RATIO ? "比率指标须同时填写累计分子和累计分母。" : "只有比率指标才填写分母。";
        }
        if (cumulative.signum() < 0 || (denominator != null && denominator.signum() <= 0)) {
            return denominator == null ? "累计数不能为负数。" : "累计分子不能为负数，累计分母须大于零。";
        }
        if (cumulative.compareTo(LARGEST) >= 0 || (denominator != null && denominator.compareTo(LARGEST) >= 0)) {
            return "累计数过大，请检查单位（%s）。".formatted(known.unit());
        }
        return kind == TargetKind.STOCK || claim.reason() != null ? null : fall(cumulative, known);
    }

    private static boolean sameAsBefore(BigDecimal cumulative, Known known) {
        return cumulative.compareTo(known.confirmed()) == 0
                || (known.lastClaim() != null && cumulative.compareTo(known.lastClaim()) == 0);
    }

    // A stock rises and falls; everything else that was once counted is taken back only for a reason.
    private static @Nullable String fall(BigDecimal cumulative, Known known) {
        if (cumulative.compareTo(known.confirmed()) < 0) {
            return "累计数 %s 低于已确认的 %s %s，请说明原因；审核通过后将作冲减。"
                    .formatted(plain(cumulative), plain(known.confirmed()), known.unit());
        }
        if (known.lastClaim() != null && cumulative.compareTo(known.lastClaim()) < 0) {
            return "累计数 %s 低于上次填报的 %s %s，请说明原因。".formatted(plain(cumulative), plain(known.lastClaim()), known.unit());
        }
        return null;
    }

    private static boolean tooLong(@Nullable String text, int longest) {
        return text != null && text.length() > longest;
    }

    private static boolean garbled(@Nullable String text) {
        return text != null
                && text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
