package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.NOTICE_OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** A notice is raised once, with the business that gives the reason (quality.md, exactly once). */
@GuatuTest
class NotificationsTest {

    @Autowired
    private Notifications notifications;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private OrgService org;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    private PersonId reachable;
    private PersonId withoutMail;

    @BeforeEach
    void twoPeople() {
        database.clear();
        clock.reset();
        Recording how = new Recording(clock.now(), "测试", null, null);
        UnitId unit = org.saveUnits(List.of(new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1)), how)
                .getFirst();
        List<PersonId> people =
                org.savePeople(List.of(person("张三", unit, "zhangsan@example.cn"), person("李四", unit, null)), how);
        reachable = people.getFirst();
        withoutMail = people.getLast();
    }

    @Test
    void theSecondNoticeWithAKeyIsNotRaised() {
        assertThat(raised(notice("k1", reachable))).isTrue();
        assertThat(raised(notice("k1", reachable))).isFalse();
        assertThat(sql.fetchCount(NOTICE)).isEqualTo(1);
        assertThat(sql.fetchCount(NOTICE_OUTBOX)).isEqualTo(1);
    }

    @Test
    void whatIsToGoOutIsWrittenWithTheNoticeOrNotAtAll() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    notifications.raise(notice("k1", reachable));
                    throw new IllegalStateException("the business failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sql.fetchCount(NOTICE)).isZero();
        assertThat(sql.fetchCount(NOTICE_OUTBOX)).isZero();
    }

    @Test
    void nothingIsRaisedOutsideOfABusinessTransaction() {
        assertThatThrownBy(() -> notifications.raise(notice("k1", reachable)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whoHasNoMailIsToldInTheProductOnly() {
        raised(notice("k1", withoutMail));
        assertThat(sql.fetchCount(NOTICE)).isEqualTo(1);
        assertThat(sql.fetchCount(NOTICE_OUTBOX)).isZero();
    }

    @Test
    void twoServersThatRaiseTheSameTellPeopleOnce() throws Exception {
        List<NoticeData> wanted = IntStream.range(0, 300)
                .mapToObj(i -> notice("k" + i, reachable))
                .toList();
        Callable<Integer> server = () -> transactions.execute(() -> notifications.raise(wanted));
        int told = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(server));
            }
            for (Future<Integer> each : running) {
                told += each.get();
            }
        }
        assertThat(told).isEqualTo(300);
        assertThat(sql.fetchCount(NOTICE)).isEqualTo(300);
        assertThat(sql.fetchCount(NOTICE_OUTBOX)).isEqualTo(300);
    }

    @Test
    void aLinkStaysWithinTheProduct() {
        assertThatThrownBy(() -> new NoticeData(
                        "k", reachable, NoticeKind.REPORT, "题", "", "https://elsewhere.cn", Urgency.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoticeData("k", reachable, NoticeKind.REPORT, "题", "", "//x.cn", Urgency.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
        new NoticeData("k", reachable, NoticeKind.REPORT, "题", "", "me?from=/a:b", Urgency.NORMAL);
    }

    private boolean raised(NoticeData notice) {
        return transactions.execute(() -> notifications.raise(notice));
    }

    private static NoticeData notice(String key, PersonId to) {
        return new NoticeData(key, to, NoticeKind.REPORT, "请填报本周进展", "3 项待填", "me", Urgency.NORMAL);
    }

    private static PersonData person(String name, UnitId unit, @Nullable String email) {
        return new PersonData(null, name, null, unit, Position.OFFICER, null, email, true);
    }
}
