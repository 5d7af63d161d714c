package cn.guatu.wallboard;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts the wrong codes of each administrator: ten in ten minutes, then he waits. Codes are not found by trying. */
@Component
class WrongCodes {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final BusinessClock clock;
    private final Map<String, Deque<Instant>> byAccount = new ConcurrentHashMap<>();

    WrongCodes(BusinessClock clock) {
        this.clock = clock;
    }

    void refuseIfTooMany(String account) {
        Deque<Instant> wrong = byAccount.getOrDefault(account, new ArrayDeque<>());
        synchronized (wrong) {
            Instant since = clock.now().minus(WINDOW);
            wrong.removeIf(at -> at.isBefore(since));
            if (wrong.size() >= MOST) {
                throw Refusal.conflict("配对码输错次数过多，请十分钟后再试。");
            }
        }
    }

    void count(String account) {
        Deque<Instant> wrong = byAccount.computeIfAbsent(account, each -> new ArrayDeque<>());
        synchronized (wrong) {
            wrong.add(clock.now());
        }
    }
}
