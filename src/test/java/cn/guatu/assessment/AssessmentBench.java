package cn.guatu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.target.Direction;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code bench/assessment}: a closing of 10 000 nodes and 60 units against plain JDBC that reads the same tables, counts the same nodes and
 * inserts the same rows in one batch (quality.md, goal at most 2). In turns, the first three to warm up; of the others the median of the
 * ratios counts. Not part of {@code ./verify}.
 */
@GuatuTest
class AssessmentBench {

    private static final int YEAR = 2026;
    private static final int STREETS = 44;
    private static final int DEPARTMENTS = 16;
    private static final int TARGETS = 20;
    private static final int PHASES = 1_000;
    private static final int NODES = Integer.getInteger("guatu.bench.nodes", 10_000);
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final YearMonth MONTH = YearMonth.of(YEAR, 9);

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private TargetService targets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private Publication publication;

    @Autowired
    private AssessmentService assessment;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private DataSource source;

    @Autowired
    private DSLContext sql;

    @Autowired
    private FixedClock clock;

    @Test
    void aClosingCostsAtMostTwiceWhatPlainJdbcDoes() throws SQLException {
        district();
        sql.execute(
                "create table if not exists bench_row (snapshot_id bigint not null, position int not null,"
                        + " kind varchar(24) not null, row_key varchar(255) not null, content mediumtext not null,"
                        + " row_hash char(64) not null, primary key (snapshot_id, position)) default character set utf8mb4 collate utf8mb4_bin");
        try {
            clock.advance(Duration.ofSeconds(1));
            Publication.Prepared first = publication.prepare(MONTH, clock.now());
            check(first.draft().cards());
            List<Double> ratios = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                int run = round;
                double plain = millis(() -> plain(run, first.lines()));
                double close = millis(this::close);
                if (round >= WARM_UP) {
                    ours.add(close);
                    ratios.add(close / plain);
                }
            }
            say(
                    "%d 个节点、%d 个单位、快照 %d 行：结账 %.0f ms，与朴素 JDBC 之比 %.2f（目标 ≤ 2）",
                    NODES, STREETS + DEPARTMENTS, first.lines().size(), median(ours), median(ratios));
        } finally {
            sql.execute("drop table bench_row");
        }
    }

    private void close() {
        clock.advance(Duration.ofSeconds(1));
        Recording how = new Recording(clock.now(), "bench", YEAR, null);
        Publication.Prepared prepared = publication.prepare(MONTH, how.at());
        transactions.run(() -> publication.write(prepared, how));
    }

    /** Reads what a closing reads, counts nodes by unit, and inserts as many rows of the same text. */
    private void plain(int run, List<SnapshotLine> lines) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Map<Long, int[]> counts = counts(connection);
            assertThat(counts).hasSize(STREETS + DEPARTMENTS);
            for (String query : List.of(
                    "select * from unit order by id",
                    "select * from target where plan_year = 2026",
                    "select v.* from target_version v join target t on t.id = v.target_id where t.plan_year = 2026",
                    "select a.* from allocation a join target t on t.id = a.target_id where t.plan_year = 2026",
                    "select r.target_id, s.street_id, p.lead_unit_id, sum(s.quantity) from recognition r"
                            + " join recognition_share s on s.recognition_id = r.id join phase p on p.id = r.phase_id"
                            + " where r.occurred_on <= '2026-09-30' group by r.target_id, s.street_id, p.lead_unit_id")) {
                try (PreparedStatement statement = connection.prepareStatement(query);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bench_row values (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < lines.size(); i++) {
                    SnapshotLine line = lines.get(i);
                    insert.setLong(1, run);
                    insert.setInt(2, i);
                    insert.setString(3, line.kind());
                    insert.setString(4, line.key());
                    insert.setString(5, line.content());
                    insert.setString(6, line.hash());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By unit: due nodes, and half points that they won. */
    private static Map<Long, int[]> counts(Connection connection) throws SQLException {
        Map<Long, int[]> counts = new HashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select n.id, n.name, n.planned, n.actual, n.weight,"
                                + " n.quantity, n.target_id, p.lead_unit_id, s.street_id, s.share, p.project_name, p.owner_name, j.code"
                                + " from node n join phase p on p.id = n.phase_id join project j on j.id = p.project_id"
                                + " join phase_share s on s.phase_id = p.id where p.plan_year = 2026 order by n.id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (String unit : List.of("lead_unit_id", "street_id")) {
                    int[] count = counts.computeIfAbsent(rows.getLong(unit), each -> new int[2]);
                    LocalDate planned = rows.getObject("planned", LocalDate.class);
                    LocalDate actual = rows.getObject("actual", LocalDate.class);
                    if (!planned.isAfter(MONTH.atEndOfMonth())) {
                        count[0]++;
                        if (actual != null && !actual.isAfter(MONTH.atEndOfMonth())) {
                            count[1] += actual.isAfter(planned) ? 1 : 2;
                        }
                    }
                }
            }
        }
        return counts;
    }

    private void check(List<Scorecard> cards) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<Long, int[]> counts = counts(connection);
            assertThat(cards).hasSize(STREETS + DEPARTMENTS);
            for (Scorecard card : cards) {
                int[] count = counts.get(card.unitId().value());
                ScorePart part = card.parts().get(1);
                BigDecimal expected = part.effectiveWeight()
                        .multiply(BigDecimal.valueOf(count[1]))
                        .divide(BigDecimal.valueOf(2L * count[0]), 4, RoundingMode.HALF_UP);
                assertThat(part.score()
                                .setScale(4, RoundingMode.HALF_UP)
                                .subtract(expected)
                                .abs())
                        .as(card.unit())
                        .isLessThan(new BigDecimal("0.001"));
            }
        }
        say("核对：%d 个单位的节点得分与逐行计数一致。", cards.size());
    }

    private void district() {
        database.clear();
        clock.set(LocalDate.of(YEAR, 10, 9));
        Recording how = new Recording(clock.now(), "bench", YEAR, null);
        years.create(YEAR, PlanYearState.ACTIVE, how);
        List<UnitData> units = new ArrayList<>();
        for (int i = 0; i < STREETS + DEPARTMENTS; i++) {
            units.add(new UnitData(
                    null,
                    i < STREETS ? "街道" + i : "科室" + i,
                    i < STREETS ? UnitKind.STREET : UnitKind.DEPARTMENT,
                    null,
                    i));
        }
        List<UnitId> ids = org.saveUnits(units, how);
        List<TargetData> data = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            data.add(new TargetData(
                    null,
                    YEAR,
                    "T" + i,
                    "指标" + i,
                    "公顷",
                    TargetKind.FLOW,
                    Direction.UP,
                    null,
                    Pace.MONTH_LINEAR,
                    ids.get(STREETS + i % DEPARTMENTS),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    i));
        }
        List<TargetId> targetIds = targets.save(data, how);
        targets.addVersions(
                targetIds.stream()
                        .map(id -> new TargetVersionData(
                                id,
                                VersionStatus.CONFIRMED,
                                new BigDecimal("900"),
                                false,
                                null,
                                LocalDate.of(YEAR, 1, 1),
                                null,
                                null))
                        .toList(),
                how);
        List<PhaseData> phases = new ArrayList<>();
        for (int i = 0; i < PHASES; i++) {
            phases.add(new PhaseData(
                    null,
                    "P" + i,
                    YEAR,
                    "一期",
                    "项目" + i,
                    Category.RENEWAL,
                    PlanNature.PLANNED,
                    ids.get(STREETS + i % DEPARTMENTS),
                    null,
                    "张三",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Share(ids.get(i % STREETS), BigDecimal.ONE, 1)),
                    i));
        }
        List<PhaseId> phaseIds = projects.savePhases(phases, how);
        Random random = new Random(7);
        List<NodeData> nodes = new ArrayList<>();
        List<NewRecognition> rows = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            LocalDate planned = LocalDate.of(YEAR, 1, 10).plusDays(random.nextInt(340));
            LocalDate actual = planned.plusDays(random.nextInt(30) - 20L);
            boolean done =
                    random.nextInt(5) > 0 && actual.isBefore(LocalDate.of(YEAR, 9, 30)) && actual.getYear() == YEAR;
            PhaseId phase = phaseIds.get(i % PHASES);
            TargetId target = targetIds.get(random.nextInt(TARGETS));
            nodes.add(new NodeData(
                    null,
                    phase,
                    "节点" + i / PHASES,
                    planned,
                    null,
                    done ? actual : null,
                    null,
                    null,
                    null,
                    null,
                    target,
                    BigDecimal.ONE,
                    false,
                    null,
                    i));
            if (done) {
                rows.add(new NewRecognition(
                        phase, target, null, "批" + i, actual, BigDecimal.ONE, null, false, "证" + i, null, null));
            }
        }
        projects.saveNodes(nodes, how);
        ledger.postAll(rows, how);
        sql.execute("analyze table node, node_history, phase, phase_history, recognition, recognition_share");
    }

    private static double millis(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String format, Object... args) {
        System.out.println(String.format(Locale.ROOT, format, args));
    }
}
