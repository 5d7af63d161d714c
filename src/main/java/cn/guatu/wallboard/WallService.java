package cn.guatu.wallboard;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The walls that administrators arrange. A change is in the change sequence, so that open screens take it at once. */
@Service
public class WallService {

    /** The kind of its rows in the change sequence. */
    static final String KIND = "WALL";

    private static final int MOST_PAGES = 30;
    private static final int SHORTEST_DWELL = 5;
    private static final int LONGEST_DWELL = 3600;
    private static final int LONGEST_NAME = 40;

    private final WallQueries queries;
    private final WallStore store;
    private final WallPages pages;
    private final OrgService org;
    private final PlanYearService years;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    WallService(
            WallQueries queries,
            WallStore store,
            WallPages pages,
            OrgService org,
            PlanYearService years,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.pages = pages;
        this.org = org;
        this.years = years;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /** All walls by name. */
    @PreAuthorize(Permission.May.READ)
    public List<Wall> walls() {
        return queries.all();
    }

    /** One wall; for screens too, who are no users. @throws Refusal NOT_FOUND when there is none */
    public Wall require(WallId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("没有这面挂图，可能已被删除。"));
    }

    /** The wall that everybody has before one is made: all pages, the whole of what he may see. */
    public Wall standard() {
        return new Wall(
                null,
                "标准",
                "挂图作战",
                WallScope.WHOLE,
                null,
                pages.all().stream()
                        .map(page -> WallPlace.always(page.kind(), page.usualDwell()))
                        .toList(),
                null,
                0);
    }

    /** The picture with this hash; for screens too. */
    public Optional<WallLogo> logo(String hash) {
        return queries.logo(hash);
    }

    /**
     * Makes a wall, or changes one on the version that the caller has seen.
     *
     * @throws Refusal INVALID with what is missing, CONFLICT when the name is taken or somebody was faster
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public WallId save(Wall wall) {
        Wall checked = checked(wall);
        return transactions.execute(() -> {
            if (queries.nameTaken(NameKey.of(checked.name()), checked.id())) {
                throw Refusal.conflict("已有名为“" + checked.name() + "”的挂图，请换一个名称。");
            }
            WallId id = checked.id();
            if (id == null) {
                id = store.insert(checked);
            } else if (!store.update(id, checked)) {
                throw Refusal.conflict("这面挂图刚刚被别人改过，请刷新后重试。");
            }
            store.places(id, checked.places());
            audit.record(
                    "wall.save",
                    checked.name(),
                    null,
                    Map.of("pages", checked.places().size()));
            noted(checked.name());
            return id;
        });
    }

    /** Sets the picture beside the title, or takes it away. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void setLogo(WallId id, @Nullable WallLogo logo) {
        transactions.run(() -> {
            Wall wall = require(id);
            store.logo(id, logo);
            audit.record("wall.save", wall.name(), null, null);
            noted(wall.name());
        });
    }

    /** Removes a wall that no screen shows. @throws Refusal CONFLICT when one does */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void remove(WallId id) {
        transactions.run(() -> {
            Wall wall = require(id);
            if (queries.hasScreens(id)) {
                throw Refusal.conflict("还有大屏在用“" + wall.name() + "”，请先把它们换到别的挂图或解除配对。");
            }
            store.remove(id);
            audit.record("wall.remove", wall.name(), null, null);
            noted(wall.name());
        });
    }

    private void noted(String name) {
        changes.record(new Recording(clock.now(), user.account(), null, null), KIND, "挂图 " + name);
    }

    private Wall checked(Wall wall) {
        String name = wall.name().strip();
        String title = wall.title().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || title.isEmpty() || title.length() > LONGEST_NAME) {
            throw Refusal.invalid("请填写挂图的名称和标题，各不超过 40 个字。");
        }
        if (wall.places().isEmpty() || wall.places().size() > MOST_PAGES) {
            throw Refusal.invalid("请选择 1–30 个页面。");
        }
        wall.places().forEach(this::check);
        Integer year = wall.year();
        if (year != null) {
            years.require(year);
        }
        WallScope scope = wall.scope();
        if (scope.kind() != WallScope.Kind.WHOLE) {
            boolean fits = org.units().stream()
                    .filter(unit -> Objects.equals(unit.id(), scope.unit()))
                    .anyMatch(unit -> scope.kind() == WallScope.Kind.STREET
                            ? unit.kind() == UnitKind.STREET
                            : unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.TASK_FORCE);
            if (!fits) {
                throw Refusal.invalid(scope.kind() == WallScope.Kind.STREET ? "请选择一个街道。" : "请选择一个科室。");
            }
        }
        return new Wall(
                wall.id(),
                name,
                title,
                scope.kind() == WallScope.Kind.WHOLE ? WallScope.WHOLE : scope,
                wall.year(),
                wall.places(),
                wall.logo(),
                wall.version());
    }

    private void check(WallPlace place) {
        String label = pages.find(place.kind())
                .orElseThrow(() -> Refusal.invalid("没有“" + place.kind() + "”这种页面。"))
                .label();
        if (place.dwell() < SHORTEST_DWELL || place.dwell() > LONGEST_DWELL) {
            throw Refusal.invalid("“" + label + "”的停留须为 5–3600 秒。");
        }
        if ((place.from() == null) != (place.until() == null)
                || (place.from() != null && place.from().equals(place.until()))) {
            throw Refusal.invalid("“" + label + "”的时段要么都不填（全天显示），要么起止都填且不相同。");
        }
    }
}
