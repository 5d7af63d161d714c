package cn.guatu.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One picture a scope, told to every screen when something that it shows changed. */
@GuatuTest
class WallBoardTest {

    private static final AccessScope ALL = AccessScope.everything();

    @Autowired
    WallBoardService boards;

    @Autowired
    BoardFeed feed;

    @Autowired
    LedgerService ledger;

    @Autowired
    TargetService targets;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private SmallDistrict world;
    private UnitId street;
    private UnitId department;
    private TargetId target;
    private PhaseId phase;

    @BeforeEach
    void aDistrict() {
        cleaner.clear();
        clock.reset();
        world = new SmallDistrict(dsl);
    }

    @Test
    void withoutAnyPlanItSaysWhatToDo() {
        assertThatThrownBy(() -> boards.current(null, ALL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("导入");
    }

    @Test
    void screensOfAScopeShareOnePictureUntilSomethingChanges() {
        planFor2026();
        Board first = boards.current(2026, ALL);
        assertThat(boards.current(2026, ALL)).isSameAs(first);
        assertThat(boards.current(2026, AccessScope.of(Set.of(department), Set.of())))
                .isNotSameAs(first);

        recognise("1.6");
        Board second = boards.current(2026, ALL);

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(second.targets().getFirst().rate()).isEqualByComparingTo("0.16");
        assertThat(second.streets()).extracting(Board.UnitLine::name).doesNotContain("没有指标街道");
    }

    @Test
    void theVersionStaysWhenAChangeDoesNotTouchThePicture() {
        planFor2026();
        Board first = boards.current(2026, ALL);
        world.year(2025);
        targetOf(2025, "OLD");
        version(2025, targetOf(2025, "OLDER"), "7");

        assertThat(boards.current(2026, ALL).version()).isEqualTo(first.version());
    }

    @Test
    void aScreenHearsOfARecognition() throws InterruptedException {
        planFor2026();
        BlockingQueue<Board> heard = new LinkedBlockingQueue<>();
        Board drawn = boards.current(2026, ALL);
        Runnable unfollow = feed.follow(drawn, ALL, new BoardListener() {
            @Override
            public void shows(Board board) {
                heard.add(board);
            }

            @Override
            public void failing() {
                throw new AssertionError("the server is there");
            }
        });
        try {
            recognise("2.5");
            Board news = heard.poll(10, TimeUnit.SECONDS);
            while (news != null && news.version().equals(drawn.version())) {
                news = heard.poll(10, TimeUnit.SECONDS);
            }
            assertThat(news).isNotNull();
            assertThat(news.targets().getFirst().achieved()).isEqualByComparingTo("2.5");
        } finally {
            unfollow.run();
        }
    }

    private void planFor2026() {
        world.year(2026);
        street = world.unit("龙城街道", "STREET");
        world.unit("没有指标街道", "STREET");
        department = world.unit("更新科", "DEPARTMENT");
        target = targetOf(2026, "GH-01");
        phase = world.phase(2026, "LG05", department);
        world.share(phase, street, "1", 0);
        version(2026, target, "10");
    }

    private TargetId targetOf(int year, String code) {
        UnitId lead = department == null ? world.unit("科" + code, "DEPARTMENT") : department;
        return world.target(year, code, TargetKind.FLOW, lead);
    }

    private void version(int year, TargetId of, String value) {
        targets.addVersions(
                List.of(new TargetVersionData(
                        of,
                        VersionStatus.CONFIRMED,
                        new BigDecimal(value),
                        false,
                        null,
                        LocalDate.of(year, 1, 1),
                        null,
                        null)),
                recording(year));
    }

    private void recognise(String quantity) {
        ledger.post(
                new NewRecognition(
                        phase,
                        target,
                        null,
                        null,
                        LocalDate.of(2026, 9, 20),
                        new BigDecimal(quantity),
                        null,
                        false,
                        "深规〔2026〕5号",
                        null,
                        null),
                recording(2026));
    }

    private Recording recording(int year) {
        return new Recording(clock.now(), "测试", year, null);
    }
}
