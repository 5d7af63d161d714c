package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Units and people (组织, 人员). */
@Service
public class OrgService {

    private final OrgQueries queries;
    private final OrgStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;

    OrgService(OrgQueries queries, OrgStore store, ChangeLog changes, RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** All units, by 排序; those without one last. */
    public List<Unit> units() {
        return queries.units();
    }

    /** All units as known at an instant, in the same order. */
    public List<Unit> units(Instant knownAt) {
        return queries.units(knownAt);
    }

    /** The unit with this identity. */
    public Optional<Unit> unit(UnitId id) {
        return queries.unit(id);
    }

    /** The unit with this name, folded as {@link NameKey} does. */
    public Optional<Unit> unit(String name) {
        return queries.unit(NameKey.of(name));
    }

    /** Everybody, also those who have left, by unit and name. */
    public List<Person> people() {
        return queries.people();
    }

    /** All people as known at an instant, in the same order. */
    public List<Person> people(Instant knownAt) {
        return queries.people(knownAt);
    }

    /** The person with this identity. */
    public Optional<Person> person(PersonId id) {
        return queries.person(id);
    }

    /** The person with this account. */
    public Optional<Person> personByAccount(String account) {
        return queries.personByAccount(account);
    }

    /**
     * Creates and changes units; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a name that another unit has, INVALID when units would be above themselves
     */
    public List<UnitId> saveUnits(List<UnitData> units, Recording how) {
        return transactions.execute(() -> {
            OrgStore.Saved<UnitId> saved = store.saveUnits(units, null, how);
            if (saved.changed() > 0) {
                refuseLoops();
                changes.record(
                        how,
                        null,
                        "UNITS",
                        units.size() == 1 ? units.getFirst().name() : "组织 " + saved.changed() + " 条");
            }
            return saved.ids();
        });
    }

    /**
     * Changes one unit.
     *
     * @param unit with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void editUnit(UnitData unit, int version, Recording how) {
        transactions.run(() -> {
            if (store.saveUnits(List.of(unit), version, how).changed() > 0) {
                refuseLoops();
                changes.record(how, null, "UNITS", unit.name());
            }
        });
    }

    /**
     * Removes a unit that nothing refers to.
     *
     * @param version the one that was seen
     * @throws Refusal CONFLICT when something refers to it or somebody has changed it
     */
    public void removeUnit(UnitId id, int version, Recording how) {
        transactions.run(() -> {
            Unit unit = unit(id).orElseThrow(() -> Refusal.notFound("该单位已不存在，请刷新。"));
            store.removeUnit(id, version, how);
            changes.record(how, null, "UNITS", "删除 " + unit.name());
        });
    }

    /**
     * Creates and changes people; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for an account that somebody else has
     */
    public List<PersonId> savePeople(List<PersonData> people, Recording how) {
        return transactions.execute(() -> {
            OrgStore.Saved<PersonId> saved = store.savePeople(people, null, how);
            if (saved.changed() > 0) {
                changes.record(
                        how,
                        null,
                        "PEOPLE",
                        people.size() == 1 ? people.getFirst().name() : "人员 " + saved.changed() + " 条");
            }
            return saved.ids();
        });
    }

    /**
     * Changes one person.
     *
     * @param person with his id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed him since
     */
    public void editPerson(PersonData person, int version, Recording how) {
        transactions.run(() -> {
            if (store.savePeople(List.of(person), version, how).changed() > 0) {
                changes.record(how, null, "PEOPLE", person.name());
            }
        });
    }

    /**
     * Notes that somebody has left. What he answered for keeps his name.
     *
     * @param version the one that was seen
     * @throws Refusal CONFLICT when somebody else has changed him since
     */
    public void deactivatePerson(PersonId id, int version, Recording how) {
        Person person = person(id).orElseThrow(() -> Refusal.notFound("该人员已不存在，请刷新。"));
        editPerson(
                new PersonData(
                        id,
                        person.name(),
                        person.account(),
                        person.unit(),
                        person.position(),
                        person.phone(),
                        person.email(),
                        false),
                version,
                how);
    }

    private void refuseLoops() {
        Map<UnitId, Unit> byId = new HashMap<>();
        units().forEach(unit -> byId.put(unit.id(), unit));
        for (Unit unit : byId.values()) {
            Set<UnitId> above = new HashSet<>();
            for (Unit at = unit; at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
                if (!above.add(at.id())) {
                    throw Refusal.invalid("单位“" + unit.name() + "”的上级形成循环，请更正上级。");
                }
            }
        }
    }
}
