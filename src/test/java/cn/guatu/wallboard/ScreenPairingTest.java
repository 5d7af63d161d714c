package cn.guatu.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Authorities;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A television is paired once by an administrator, reads its wall only, and can be cut off. */
@GuatuTest
class ScreenPairingTest {

    @Autowired
    ScreenService screens;

    @Autowired
    WallService walls;

    @Autowired
    WallFeed feed;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private SmallDistrict world;

    @BeforeEach
    void anAdministrator() {
        cleaner.clear();
        clock.reset();
        world = new SmallDistrict(dsl);
        Caller admin = new Caller(
                "admin",
                "管理员",
                Set.of(),
                Set.of(Permission.READ, Permission.ADMINISTER),
                AccessScope.everything(),
                0,
                "");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(admin, null, Authorities.of(admin)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theTokenComesOnceAfterTheConfirmationAndIsNeverKeptAsItIs() {
        WallId wall = aWall("大厅");
        ScreenService.Ask ask = screens.ask("10.0.0.7");
        assertThat(screens.claim(ask.ticket())).isNull();

        screens.pair(ask.code().substring(0, 4) + " " + ask.code().substring(4).toLowerCase(), "三楼大厅", wall);
        String token = screens.claim(ask.ticket());

        assertThat(token).isNotBlank();
        assertThat(screens.withToken(token)).get().satisfies(screen -> {
            assertThat(screen.name()).isEqualTo("三楼大厅");
            assertThat(screen.isActive()).isTrue();
        });
        assertThat(dsl.fetch("select token_hash from wall_screen").getValues(0, String.class))
                .doesNotContain(token);
        assertThatThrownBy(() -> screens.claim(ask.ticket())).isInstanceOf(Refusal.class);
    }

    @Test
    void aCodeRunsOutAndWrongCodesAreLimited() {
        WallId wall = aWall("大厅");
        ScreenService.Ask ask = screens.ask("10.0.0.7");
        clock.advance(ScreenService.CODE_LIVES);
        assertThatThrownBy(() -> screens.pair(ask.code(), "大厅", wall)).hasMessageContaining("配对码");
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> screens.pair("AAAAAAAA", "大厅", wall)).hasMessageContaining("没有大屏");
        }
        ScreenService.Ask good = screens.ask("10.0.0.7");
        assertThatThrownBy(() -> screens.pair(good.code(), "大厅", wall)).hasMessageContaining("次数过多");
        clock.advance(Duration.ofMinutes(11));
        ScreenService.Ask later = screens.ask("10.0.0.7");
        screens.pair(later.code(), "大厅", wall);
        assertThat(screens.screens()).hasSize(1);
    }

    @Test
    void oneAddressCannotFillTheListOfCodes() {
        for (int i = 0; i < 20; i++) {
            screens.ask("10.0.0.7");
        }
        assertThatThrownBy(() -> screens.ask("10.0.0.7")).hasMessageContaining("十分钟");
        assertThat(screens.ask("10.0.0.8").code()).hasSize(8);
    }

    @Test
    void anOpenScreenTakesNewSettingsAndIsCutOffWhenItIsRevoked() throws InterruptedException {
        world.year(2026);
        WallId wall = aWall("大厅");
        ScreenService.Ask ask = screens.ask("10.0.0.7");
        screens.pair(ask.code(), "大厅", wall);
        Screen screen =
                screens.withToken(String.valueOf(screens.claim(ask.ticket()))).orElseThrow();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Runnable end = feed.follow(screen, "1920×1080", "10.0.0.7", new Listening(heard));
        try {
            assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("挂图作战");
            Wall as = walls.require(wall);
            walls.save(new Wall(as.id(), as.name(), "攻坚克难", as.scope(), null, as.places(), null, as.version()));
            assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("攻坚克难");
            screens.revoke(screens.screens().getFirst());
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ended");
        } finally {
            end.run();
        }
        assertThat(screens.screens().getFirst().canvas()).isEqualTo("1920×1080");
    }

    @Test
    void settingsThatCannotBeShownAreRefused() {
        Wall usual = walls.standard();
        assertThatThrownBy(() -> save("", List.of(WallPlace.always("OVERVIEW", 20))))
                .hasMessageContaining("名称");
        assertThatThrownBy(() -> save("甲", List.of())).hasMessageContaining("1–30");
        assertThatThrownBy(() -> save("甲", List.of(WallPlace.always("NOPE", 20))))
                .hasMessageContaining("NOPE");
        assertThatThrownBy(() -> save("甲", List.of(WallPlace.always("RED", 2))))
                .hasMessageContaining("本周红灯")
                .hasMessageContaining("5–3600");
        assertThatThrownBy(
                        () -> walls.save(new Wall(null, "甲", "挂图作战", WallScope.WHOLE, 1999, usual.places(), null, 0)))
                .hasMessageContaining("1999");
        assertThatThrownBy(() -> save("甲", List.of(new WallPlace("RED", 20, LocalTime.NOON, null))))
                .hasMessageContaining("时段");
        WallId wall = save("甲", usual.places());
        assertThatThrownBy(() -> save(" 甲 ", usual.places())).hasMessageContaining("已有");
        assertThat(walls.require(wall).places()).isEqualTo(usual.places());
        ScreenService.Ask ask = screens.ask("10.0.0.7");
        screens.pair(ask.code(), "大厅", wall);
        assertThatThrownBy(() -> walls.remove(wall)).hasMessageContaining("还有大屏");
    }

    @Test
    void aLogoIsLookedAtBeforeItIsKept() {
        assertThatThrownBy(() -> WallLogo.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()))
                .hasMessageContaining("SVG");
        assertThatThrownBy(() -> WallLogo.of(new byte[WallLogo.LARGEST + 1])).hasMessageContaining("512");
        assertThatThrownBy(() -> WallLogo.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2}))
                .isInstanceOf(Refusal.class);
    }

    private WallId aWall(String name) {
        return save(name, walls.standard().places());
    }

    private WallId save(String name, List<WallPlace> places) {
        return walls.save(new Wall(null, name, "挂图作战", WallScope.WHOLE, null, places, null, 0));
    }

    private record Listening(BlockingQueue<String> heard) implements WallListener {
        @Override
        public void shows(WallDocument document) {
            heard.add(document.json());
        }

        @Override
        public void stillStands(Instant readAt) {
            // nothing new
        }

        @Override
        public void failing() {
            heard.add("failing");
        }

        @Override
        public void ended() {
            heard.add("ended");
        }
    }
}
