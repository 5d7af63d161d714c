package cn.guatu.project;

import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_SHARE_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Phases, shares, nodes and predecessors on a real server (semantics §1, §9, §10). */
@GuatuTest
class ProjectServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @Autowired
    private ProjectService projects;

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private DSLContext sql;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    private UnitId renewal;
    private UnitId preparation;
    private UnitId pinghu;
    private UnitId nanwan;

    @BeforeEach
    void aYearWithUnits() {
        database.clear();
        clock.reset();
        years.create(2025, PlanYearState.ACTIVE, how());
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "整备科", UnitKind.DEPARTMENT, null, 2),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 3),
                        new UnitData(null, "南湾街道", UnitKind.STREET, null, 4)),
                how());
        renewal = units.get(0);
        preparation = units.get(1);
        pinghu = units.get(2);
        nanwan = units.get(3);
    }

    @Test
    void aPhaseComesBackAsItWasSaved() {
        PhaseId id = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "0.6", 1), share(nanwan, "0.4", 2)));

        Phase phase = projects.phase(2026, "ＧＸ－01 ", "一 期").orElseThrow();

        assertThat(phase.id()).isEqualTo(id);
        assertThat(phase.projectCode()).isEqualTo("GX-01");
        assertThat(phase.assisting()).containsExactly(new Assisting(preparation, "整备科"), new Assisting(null, "供电局"));
        assertThat(phase.shares()).extracting(Share::street).containsExactly(pinghu, nanwan);
        assertThat(phase.shares().getFirst().share()).isEqualByComparingTo("0.6");
        assertThat(projects.shareSets(2026)).extracting(ShareSet::effectiveFrom).containsExactly(ShareSet.ALWAYS);
    }

    @Test
    void aProjectOfTwoYearsHasItsLatestPhasesFirst() {
        save(phase(null, "GX-01", 2025, renewal, share(pinghu, "1", 1)));
        save(phase(null, "gx-01", 2026, renewal, share(pinghu, "1", 1)));

        List<Phase> phases = projects.phasesOf("GX-01");

        assertThat(phases).extracting(Phase::year).containsExactly(2026, 2025);
        assertThat(phases)
                .extracting(Phase::project)
                .containsOnly(phases.getFirst().project());
    }

    @Test
    void savingTheSamePhaseAgainChangesNothing() {
        PhaseId id = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "0.6", 1), share(nanwan, "0.4", 2)));
        save(phase(id, "GX-01", 2026, renewal, share(pinghu, "0.60", 1), share(nanwan, "0.40", 2)));

        assertThat(projects.phase(id)).map(Phase::version).contains(1);
        assertThat(projects.shareSets(Set.of(id))).hasSize(1);
    }

    @Test
    void sharesThatChangeAreInForceFromTheDayOfTheChange() {
        PhaseId id = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));
        clock.advance(Duration.ofDays(1));
        save(phase(id, "GX-01", 2026, renewal, share(nanwan, "1", 1)));

        List<ShareSet> sets = projects.shareSets(Set.of(id));
        assertThat(sets).extracting(ShareSet::effectiveFrom).containsExactly(ShareSet.ALWAYS, TODAY.plusDays(1));
        assertThat(ShareSet.inForce(sets, TODAY).orElseThrow().shares())
                .extracting(Share::street)
                .containsExactly(pinghu);
        assertThat(projects.phase(id).orElseThrow().shares())
                .extracting(Share::street)
                .containsExactly(nanwan);
        assertThat(projects.phase(id)).map(Phase::version).contains(2);
    }

    @Test
    void sharesMayBeChangedFromADayToCome() {
        PhaseId id = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));

        projects.changeShares(id, 1, List.of(share(nanwan, "1", 1)), TODAY.plusMonths(1), how());

        assertThat(projects.phase(id).orElseThrow().shares())
                .extracting(Share::street)
                .containsExactly(pinghu);
        assertThat(projects.shareSets(Set.of(id))).hasSize(2);
        assertThatThrownBy(() -> projects.changeShares(id, 1, List.of(share(nanwan, "1", 1)), TODAY, how()))
                .hasMessageContaining("被他人修改");
    }

    @Test
    void sharesMustSumToOneHundredPercent() {
        assertThatThrownBy(() ->
                        save(phase(null, "GX-01", 2026, renewal, share(pinghu, "0.6", 1), share(nanwan, "0.3", 2))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现为 90%");
    }

    @Test
    void aStreetCannotLead() {
        assertThatThrownBy(() -> save(phase(null, "GX-01", 2026, pinghu, share(pinghu, "1", 1))))
                .hasMessageContaining("牵头科室须是科室或专班");
    }

    @Test
    void ofTwoEditsOfOneVersionOneIsRefused() {
        PhaseId id = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));
        projects.editPhase(phase(id, "GX-01", 2026, preparation, share(pinghu, "1", 1)), 1, how());

        assertThatThrownBy(() -> projects.editPhase(phase(id, "GX-01", 2026, renewal, share(pinghu, "1", 1)), 1, how()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(projects.phase(id)).map(Phase::lead).contains(preparation);
    }

    @Test
    void aNodeIsCompletedOnADayThatHasCome() {
        PhaseId phase = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));
        NodeId id =
                projects.saveNodes(List.of(node(null, phase, "签约", 1)), how()).getFirst();
        clock.advance(Duration.ofMinutes(1));

        projects.completeNode(id, 1, TODAY, how());

        assertThat(projects.node(id)).map(Node::actual).contains(TODAY);
        assertThat(projects.node(id)).map(Node::version).contains(2);
        assertThat(sql.fetchCount(NODE_HISTORY)).isEqualTo(2);
        assertThatThrownBy(() -> projects.completeNode(id, 2, TODAY.plusDays(1), how()))
                .hasMessageContaining("不能晚于今天");
        assertThatThrownBy(() -> projects.completeNode(id, 1, TODAY, how())).hasMessageContaining("被他人修改");
    }

    @Test
    void nodesThatWaitForEachOtherAreRefusedByName() {
        PhaseId phase = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));
        List<NodeId> ids = projects.saveNodes(
                List.of(node(null, phase, "计划", 1), node(null, phase, "签约", 2), node(null, phase, "入库", 3)), how());
        projects.savePredecessors(
                Map.of(ids.get(1), Set.of(ids.get(0)), ids.get(2), Set.of(ids.get(0), ids.get(1))), how());
        assertThat(projects.node(ids.get(2)).orElseThrow().predecessors())
                .containsExactlyInAnyOrder(ids.get(0), ids.get(1));

        assertThatThrownBy(() -> projects.savePredecessors(Map.of(ids.get(0), Set.of(ids.get(2))), how()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("循环")
                .hasMessageContaining("计划")
                .hasMessageContaining("入库");
        assertThat(projects.node(ids.get(0)).orElseThrow().predecessors()).isEmpty();
    }

    @Test
    void aRemovedPredecessorIsGone() {
        PhaseId phase = save(phase(null, "GX-01", 2026, renewal, share(pinghu, "1", 1)));
        List<NodeId> ids = projects.saveNodes(List.of(node(null, phase, "计划", 1), node(null, phase, "签约", 2)), how());
        projects.savePredecessors(Map.of(ids.get(1), Set.of(ids.get(0))), how());
        projects.savePredecessors(Map.of(ids.get(1), Set.of()), how());

        assertThat(projects.nodes(phase))
                .allSatisfy(node -> assertThat(node.predecessors()).isEmpty());
    }

    @Test
    void tenThousandNodesAreSavedInTheirOrderAndAgainWithoutAChange() {
        List<PhaseData> phases = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            phases.add(phase(null, "P-" + i, 2026, renewal, share(pinghu, "0.6", 1), share(nanwan, "0.4", 2)));
        }
        List<PhaseId> phaseIds = projects.savePhases(phases, how());
        List<NodeData> nodes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nodes.add(node(null, phaseIds.get(i / 20), "节点" + i, i));
        }
        List<NodeId> ids = projects.saveNodes(nodes, how());
        Map<NodeId, Set<NodeId>> predecessors = new HashMap<>();
        for (int i = 1; i < ids.size(); i++) {
            predecessors.put(ids.get(i), i % 20 == 0 ? Set.of() : Set.of(ids.get(i - 1)));
        }
        projects.savePredecessors(predecessors, how());

        List<Node> saved = projects.nodes(2026);
        assertThat(saved).extracting(Node::id).containsExactlyElementsOf(ids);
        assertThat(saved.get(9_999).predecessors()).containsExactly(ids.get(9_998));
        assertThat(sql.fetchCount(NODE_HISTORY)).isEqualTo(10_000);

        clock.advance(Duration.ofMinutes(1));
        List<NodeData> again = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            again.add(node(ids.get(i), phaseIds.get(i / 20), "节点" + i, i < 5_000 ? i : i + 1));
        }
        projects.saveNodes(again, how());
        assertThat(projects.nodes(2026)).extracting(Node::version).containsOnly(1, 2);
        assertThat(sql.fetchCount(NODE_HISTORY)).isEqualTo(15_000);
        assertThat(sql.fetchCount(PHASE_SHARE_HISTORY)).isEqualTo(1_000);
    }

    private PhaseId save(PhaseData phase) {
        return projects.savePhases(List.of(phase), how()).getFirst();
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }

    private PhaseData phase(@Nullable PhaseId id, String code, int year, UnitId lead, Share... shares) {
        return new PhaseData(
                id,
                code,
                year,
                "一期",
                "平湖更新单元",
                Category.RENEWAL,
                PlanNature.PLANNED,
                lead,
                "李局",
                "张三",
                null,
                null,
                null,
                null,
                List.of(new Assisting(preparation, "整备科"), new Assisting(null, "供电局")),
                List.of(shares),
                1);
    }

    private static Share share(UnitId street, String share, int position) {
        return new Share(street, new BigDecimal(share), position);
    }

    private static NodeData node(@Nullable NodeId id, PhaseId phase, String name, int sortOrder) {
        return new NodeData(
                id,
                phase,
                name,
                JUNE,
                null,
                null,
                null,
                null,
                new BigDecimal("0.33333333"),
                5,
                null,
                null,
                false,
                null,
                sortOrder);
    }
}
