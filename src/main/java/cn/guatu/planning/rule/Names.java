package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Units and people by the names that people type: 平湖 finds 平湖街道 when that is unambiguous (workbook.md). */
public final class Names {

    /** Streets only. */
    public static final Set<UnitKind> STREETS = Set.of(UnitKind.STREET);

    /** Who may lead: departments and task forces. */
    public static final Set<UnitKind> LEADS = Set.of(UnitKind.DEPARTMENT, UnitKind.TASK_FORCE);

    /**
     * Somebody who answers.
     *
     * @param name as it is kept
     * @param id null for a name without a record in 人员
     */
    public record Owner(String name, @Nullable PersonId id) {}

    private final List<Unit> units;
    private final List<Person> people;
    private final Map<UnitId, Unit> unitById = new HashMap<>();

    /** The names of a plan. */
    public Names(Breakdown plan) {
        this.units = plan.units();
        this.people = plan.people();
        units.forEach(unit -> unitById.put(unit.id(), unit));
    }

    /** The unit of these kinds that a text names. @throws Unreadable when none or several do */
    public Unit unit(String text, Set<UnitKind> kinds) {
        String key = NameKey.of(text);
        List<Unit> fitting = new ArrayList<>();
        for (Unit unit : units) {
            if (kinds.contains(unit.kind())) {
                if (unit.key().equals(key)) {
                    return unit;
                }
                if (!key.isEmpty() && unit.key().startsWith(key)) {
                    fitting.add(unit);
                }
            }
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String word = kinds.equals(STREETS) ? "街道" : "科室或专班";
        throw new Unreadable(
                fitting.isEmpty()
                        ? "没有名为“" + text.strip() + "”的" + word + "，请从提示中选择。"
                        : "“" + text.strip() + "”可能是"
                                + fitting.stream().map(Unit::name).collect(Collectors.joining("、")) + "，请写全称。");
    }

    /** The name of a unit; empty for one that is gone. */
    public String unit(UnitId id) {
        return Optional.ofNullable(unitById.get(id)).map(Unit::name).orElse("");
    }

    /**
     * Who answers. A namesake in the department is meant before one elsewhere; {@code 张伟(更新科)} says which.
     *
     * @param near the department that leads; null when there is none
     * @throws Unreadable when several people are called so
     */
    public Owner owner(String text, @Nullable UnitId near) {
        String key = NameKey.of(text);
        if (Breakdown.isNobody(text)) {
            return new Owner(Breakdown.NOBODY, null);
        }
        List<Person> called = new ArrayList<>();
        for (Person person : people) {
            if (person.active()
                    && (person.key().equals(key) || NameKey.of(inFull(person)).equals(key))) {
                called.add(person);
            }
        }
        if (called.size() > 1) {
            List<Person> here =
                    called.stream().filter(each -> each.unit().equals(near)).toList();
            if (here.size() != 1) {
                throw new Unreadable("有 " + called.size() + " 位“" + text.strip() + "”，请写成"
                        + called.stream().map(this::inFull).collect(Collectors.joining("或")) + "。");
            }
            called = here;
        }
        return called.isEmpty()
                ? new Owner(text.strip(), null)
                : new Owner(called.getFirst().name(), called.getFirst().id());
    }

    /** Whether the name is one of the people who work here. */
    public boolean knows(String name) {
        String key = NameKey.of(name);
        return people.stream().anyMatch(each -> each.active() && each.key().equals(key));
    }

    /** A person with the unit that tells namesakes apart. */
    public String inFull(Person person) {
        return person.name() + "(" + unit(person.unit()) + ")";
    }
}
