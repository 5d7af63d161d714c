package cn.guatu.wallboard;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.security.Secrets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Televisions that need nobody. One is paired once: it shows a code, an administrator confirms it, and the television gets a token that
 * reads the picture of its wall and nothing else. The token is kept hashed and ends when the administrator revokes it.
 */
@Service
public class ScreenService {

    /** How long a code waits for an administrator. */
    public static final Duration CODE_LIVES = Duration.ofMinutes(10);

    /** Signs that nobody mistakes for one another when he reads them off a wall. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final int MOST_CODES = 200;
    private static final int MOST_CODES_OF_ONE = 20;
    private static final int LONGEST_NAME = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ScreenQueries queries;
    private final ScreenStore store;
    private final WallService walls;
    private final WrongCodes wrongCodes;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    ScreenService(
            ScreenQueries queries,
            ScreenStore store,
            WallService walls,
            WrongCodes wrongCodes,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.walls = walls;
        this.wrongCodes = wrongCodes;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /**
     * What a television shows while it waits, and what it claims its token with.
     *
     * @param code eight signs for the administrator
     * @param ticket known to this television only
     * @param expiresAt then it asks for another
     */
    public record Ask(String code, String ticket, Instant expiresAt) {}

    /**
     * A television asks for a code.
     *
     * @throws Refusal CONFLICT when too many wait, from this address or at all
     */
    public Ask ask(String address) {
        Instant now = clock.now();
        Ask ask = new Ask(newCode(), Secrets.next(), now.plus(CODE_LIVES));
        transactions.run(() -> {
            if (queries.waiting(address, now) >= MOST_CODES_OF_ONE || queries.waiting(null, now) >= MOST_CODES) {
                throw Refusal.conflict("等待配对的大屏太多，请十分钟后再试。");
            }
            store.ask(ask.code(), ask.ticket(), address, now, ask.expiresAt());
        });
        return ask;
    }

    /**
     * Whether the code of this ticket was confirmed: then the token, once.
     *
     * @return the token; null while nobody has confirmed it
     * @throws Refusal NOT_FOUND when the code has run out or was claimed already
     */
    public @Nullable String claim(String ticket) {
        return transactions.execute(() -> {
            ScreenQueries.Pairing pairing = queries.withTicket(ticket)
                    .filter(each -> clock.now().isBefore(each.expiresAt()))
                    .orElseThrow(() -> Refusal.notFound("配对码已过期。"));
            ScreenId screen = pairing.screen();
            if (screen == null) {
                return null;
            }
            String token = Secrets.next();
            if (!store.claim(pairing.id(), screen, token)) {
                throw Refusal.notFound("配对码已使用。");
            }
            return token;
        });
    }

    /**
     * Confirms the code that a television shows.
     *
     * @param wall what it shows; null while there is no wall: the standard one is made
     * @throws Refusal NOT_FOUND for a wrong or old code; CONFLICT after too many wrong ones
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public ScreenId pair(String code, String name, @Nullable WallId wall) {
        String called = checkedName(name);
        String account = user.account();
        wrongCodes.refuseIfTooMany(account);
        String asked = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return transactions.execute(() -> {
            Optional<ScreenQueries.Pairing> pairing = queries.withCode(asked)
                    .filter(each -> each.screen() == null && clock.now().isBefore(each.expiresAt()));
            if (pairing.isEmpty()) {
                wrongCodes.count(account);
                throw Refusal.notFound("没有大屏在等待这个配对码。请核对屏幕上的 8 位码；码每 10 分钟更换一次。");
            }
            WallId id = wall == null ? walls.save(walls.standard()) : wall;
            Wall shown = walls.require(id);
            ScreenId screen = store.insert(called, id, clock.now(), account);
            if (!store.confirm(pairing.get().id(), screen)) {
                throw Refusal.conflict("这块大屏刚刚由别人确认了配对。");
            }
            audit.record("screen.pair", called, null, Map.of("wall", shown.name()));
            return screen;
        });
    }

    /** All screens, those that may read first. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public List<Screen> screens() {
        return queries.all();
    }

    /** Renames a screen, or lets it show another wall; an open one changes at once. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void assign(ScreenId id, String name, WallId wall) {
        String called = checkedName(name);
        transactions.run(() -> {
            Wall shown = walls.require(wall);
            store.assign(id, called, wall);
            audit.record("screen.assign", called, null, Map.of("wall", shown.name()));
            noted(called);
        });
    }

    /** Takes the right to read from a screen at once; it asks to be paired again. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void revoke(Screen screen) {
        transactions.run(() -> {
            if (store.revoke(screen.id(), clock.now())) {
                audit.record("screen.revoke", screen.name(), null, null);
                noted(screen.name());
            }
        });
    }

    /** The screen with this token, also a revoked one; empty for a token that nobody knows. */
    public Optional<Screen> withToken(String token) {
        return queries.withToken(token);
    }

    /** A screen opened its line. */
    void came(ScreenId screen, String canvas, String address) {
        transactions.run(() -> store.came(screen, canvas, address, clock.now()));
    }

    /** These screens are on line. */
    void seen(Collection<ScreenId> screens) {
        if (!screens.isEmpty()) {
            transactions.run(() -> store.seen(screens, clock.now()));
        }
    }

    /** The walls of those that may still read. */
    Map<ScreenId, WallId> active(Collection<ScreenId> screens) {
        return queries.active(screens);
    }

    private void noted(String name) {
        changes.record(new Recording(clock.now(), user.account(), null, null), WallService.KIND, "大屏 " + name);
    }

    private static String checkedName(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.invalid("请写明大屏挂在哪里，不超过 40 个字，例如：三楼指挥大厅。");
        }
        return called;
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
