package cn.guatu.notification;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.security.AuditService;
import cn.guatu.security.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How people are told: what each chooses for himself, and what the administrator sets for all. */
@Service
public class NoticeSettingsService {

    private static final int LONGEST_NAME = 64;

    private final NoticeSettingsQueries queries;
    private final NoticeSettingsStore store;
    private final NoticeService notices;
    private final NotificationAddresses addresses;
    private final AuditService audit;
    private final RetryingTransactions transactions;

    NoticeSettingsService(
            NoticeSettingsQueries queries,
            NoticeSettingsStore store,
            NoticeService notices,
            NotificationAddresses addresses,
            AuditService audit,
            RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.notices = notices;
        this.addresses = addresses;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What holds for all. */
    public NoticeSettings settings() {
        return queries.settings().orElse(NoticeSettings.DEFAULT);
    }

    /** Sets what holds for all. @throws Refusal CONFLICT when somebody else has set it since */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void set(NoticeSettings wanted) {
        transactions.run(() -> {
            NoticeSettings before = settings();
            if (before.version() != wanted.version()) {
                throw Refusal.conflict("设置刚刚被他人修改,您的修改没有保存;请刷新后重试。");
            }
            store.settings(wanted);
            audit.record("notice.settings", "通知设置", words(before), words(wanted));
        });
    }

    /** How the caller wants to be told. */
    @PreAuthorize(Permission.May.READ)
    public NoticeChoice choice() {
        return notices.me().flatMap(queries::choice).orElse(NoticeChoice.ALL);
    }

    /** Chooses how the caller is told. @throws Refusal INVALID for an account without a person */
    @PreAuthorize(Permission.May.READ)
    public void choose(NoticeChoice choice) {
        PersonId me = notices.me().orElseThrow(() -> Refusal.invalid("这个账号没有对应的人员,不会收到通知,无需设置。"));
        transactions.run(() -> store.choice(me, choice));
    }

    /** Robots of before are sealed when a server that seals first starts. */
    @EventListener(ApplicationReadyEvent.class)
    void sealRobots() {
        transactions.run(store::sealRobots);
    }

    /** The group robots, without what is secret. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public List<Robot> robots() {
        return queries.robots();
    }

    /**
     * Adds or changes a group robot.
     *
     * @param version the one that the caller saw; 0 for a new one
     * @throws Refusal INVALID for an address that is not allowed, CONFLICT when somebody else has changed it since
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void save(RobotData robot, int version) {
        if (robot.name().isBlank() || robot.name().strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("请写明群机器人的名称(不超过 " + LONGEST_NAME + " 个字)。");
        }
        String url = robot.url();
        if (url == null && robot.id() == null) {
            throw Refusal.invalid("请填写机器人地址。");
        }
        if (url != null && !addresses.allows(url)) {
            throw Refusal.invalid("机器人地址须为 https,主机须是 " + String.join("、", addresses.robotHosts())
                    + " 之一;专有部署请运维在 GUATU_ROBOT_HOSTS 中加入其主机。");
        }
        transactions.run(() -> {
            if (!store.robot(robot, version)) {
                throw Refusal.conflict("这个群机器人刚刚被他人修改,您的修改没有保存;请刷新后重试。");
            }
            audit.record(
                    "notice.robot",
                    robot.name().strip(),
                    null,
                    Map.of("kind", robot.kind(), "enabled", robot.enabled(), "least", robot.least()));
        });
    }

    private static Map<String, String> words(NoticeSettings settings) {
        return Map.of(
                "digest",
                settings.digestDay() + " " + settings.digestTime(),
                "quiet",
                settings.quiet().begins() + "–" + settings.quiet().ends());
    }
}
