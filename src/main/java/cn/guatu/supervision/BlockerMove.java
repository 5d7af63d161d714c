package cn.guatu.supervision;

import static cn.guatu.supervision.BlockerStatus.CLOSED;
import static cn.guatu.supervision.BlockerStatus.COORDINATING;
import static cn.guatu.supervision.BlockerStatus.OPEN;
import static cn.guatu.supervision.BlockerStatus.RESOLVED;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with a blocker, from which states, and by whom (semantics §14). */
public enum BlockerMove {
    /** 登记 */
    LOG("登记", Set.of(), OPEN, false),
    /** 回应: the tier says how it will be solved; its response clock stops */
    ANSWER("回应", Set.of(OPEN, COORDINATING), COORDINATING, false),
    /** 升级 to the tier above, whose clock starts */
    ESCALATE("升级", Set.of(OPEN, COORDINATING), OPEN, false),
    /** 报解决 */
    RESOLVE("报解决", Set.of(OPEN, COORDINATING), RESOLVED, false),
    /** 核实销号 */
    VERIFY("核实销号", Set.of(RESOLVED), CLOSED, true),
    /** 退回: it is not solved */
    REJECT("退回", Set.of(RESOLVED), COORDINATING, true),
    /** 回头看: it came back */
    REOPEN("回头看重启", Set.of(RESOLVED, CLOSED), OPEN, true),
    /** 修改 of owner, date or node */
    ASSIGN("调整", Set.of(OPEN, COORDINATING), null, false);

    private final String label;
    private final Set<BlockerStatus> from;
    private final @Nullable BlockerStatus to;
    private final boolean byOversight;

    BlockerMove(String label, Set<BlockerStatus> from, @Nullable BlockerStatus to, boolean byOversight) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.byOversight = byOversight;
    }

    /** The verb on the button. */
    public String label() {
        return label;
    }

    /** Whether it can be done in this state. */
    public boolean fits(BlockerStatus status) {
        return from.contains(status);
    }

    /** The state after it; null when it stays. */
    public @Nullable BlockerStatus to() {
        return to;
    }

    /** Whether only supervisors and leaders may do it: nobody verifies himself. */
    public boolean isByOversight() {
        return byOversight;
    }
}
