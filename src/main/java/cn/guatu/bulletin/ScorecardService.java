package cn.guatu.bulletin;

import cn.guatu.bulletin.document.CardPdf;
import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Scorecard pages on screen and as PDF. Who sees the whole district sees all of them; others see those of their own units. */
@Service
public class ScorecardService {

    private final CardReading reading;
    private final OrgService org;
    private final TargetService targets;
    private final CurrentUser user;

    ScorecardService(CardReading reading, OrgService org, TargetService targets, CurrentUser user) {
        this.reading = reading;
        this.org = org;
        this.targets = targets;
        this.user = user;
    }

    /** Whose pages the caller may open: leaders of the year's targets, departments and task forces, streets. */
    @PreAuthorize(Permission.May.READ)
    public List<Subject> subjects(int year) {
        AccessScope scope = user.scope();
        return all(year).stream().filter(subject -> sees(scope, subject)).toList();
    }

    /** Whose pages the caller may open, with their figures; units by rank, those without a score last. */
    @PreAuthorize(Permission.May.READ)
    public List<Standing> standings(int year, int month) {
        AccessScope scope = user.scope();
        return reading.standings(year, month, all(year)).stream()
                .filter(standing -> sees(scope, standing.subject()))
                .toList();
    }

    /** Everybody who has a page. */
    List<Subject> all(int year) {
        List<Subject> subjects = new ArrayList<>();
        Set<String> leaders = new LinkedHashSet<>();
        for (Target target : targets.targets(year)) {
            if (target.leader() != null) {
                leaders.add(target.leader());
            }
        }
        leaders.forEach(name -> subjects.add(new Subject(CardKind.LEADER, name, name)));
        List<Unit> units = org.units().stream()
                .sorted(Comparator.comparing(Unit::sortOrder, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(unit -> unit.id().value()))
                .toList();
        for (Unit unit : units) {
            if (unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.TASK_FORCE) {
                subjects.add(new Subject(
                        CardKind.DEPARTMENT, String.valueOf(unit.id().value()), unit.name()));
            }
        }
        for (Unit unit : units) {
            if (unit.kind() == UnitKind.STREET) {
                subjects.add(
                        new Subject(CardKind.STREET, String.valueOf(unit.id().value()), unit.name()));
            }
        }
        return subjects;
    }

    /**
     * A page.
     *
     * @throws Refusal NOT_FOUND for a subject that does not exist or that the caller does not see, and for a month to come
     */
    @PreAuthorize(Permission.May.READ)
    public CardPage page(CardKind kind, String id, int year, int month) {
        Subject subject = all(year).stream()
                .filter(each -> each.kind() == kind && NameKey.of(each.id()).equals(NameKey.of(id)))
                .filter(each -> sees(user.scope(), each))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这张评估卡，或者不在您的数据范围内。"));
        return reading.month(year, month).page(subject);
    }

    /** The page as PDF, one sheet of A4. */
    @PreAuthorize(Permission.May.READ)
    public DocumentFile pdf(CardKind kind, String id, int year, int month) {
        CardPage page = page(kind, id, year, month);
        return new DocumentFile(
                "%d年%d月评估卡-%s.pdf".formatted(year, month, page.name()), DocumentFile.PDF, CardPdf.write(page));
    }

    private static boolean sees(AccessScope scope, Subject subject) {
        return scope.isEverything()
                || (subject.kind() != CardKind.LEADER && scope.seesUnit(new UnitId(Long.parseLong(subject.id()))));
    }
}
