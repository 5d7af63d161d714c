package cn.guatu.bulletin;

import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** A district with one target of 80 公顷, of which 80.58 are done, and one late node. */
public class BulletinYear {

    private final SmallDistrict world;
    private final TargetService targets;
    private final LedgerService ledger;
    private final BusinessClock clock;

    BulletinYear(DSLContext dsl, TargetService targets, LedgerService ledger, BusinessClock clock) {
        this.world = new SmallDistrict(dsl);
        this.targets = targets;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes it; the department that leads it all. */
    public UnitId write() {
        world.year(2026);
        world.unit("青屿区", "DISTRICT");
        UnitId lead = world.unit("用地管理科", "DEPARTMENT");
        UnitId street = world.unit("龙城街道", "STREET");
        TargetId supply = world.target(2026, "土地供应", TargetKind.FLOW, lead);
        targets.addVersions(
                List.of(new TargetVersionData(
                        supply, VersionStatus.CONFIRMED, new BigDecimal("80"), false, "青府办〔2026〕6号", null, null, null)),
                how());
        PhaseId phase = world.phase(2026, "LG05", lead);
        world.share(phase, street, "1", 0);
        world.node(phase, "规划审批");
        ledger.post(
                new NewRecognition(
                        phase,
                        supply,
                        null,
                        null,
                        LocalDate.of(2026, 8, 15),
                        new BigDecimal("80.58"),
                        null,
                        false,
                        "青地合字〔2026〕1号",
                        null,
                        null),
                how());
        return lead;
    }

    private Recording how() {
        return new Recording(clock.now(), "test", 2026, null);
    }
}
