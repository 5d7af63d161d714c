package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Units and people as a person keeps them on screen: with his permission, his scope and the audit trail. */
@Service
public class OrgEditing {

    private final OrgService org;
    private final OrgGate gate;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    OrgEditing(OrgService org, OrgGate gate, RetryingTransactions transactions, BusinessClock clock) {
        this.org = org;
        this.gate = gate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the caller may change anything here. */
    public boolean mayEdit() {
        return gate.mayEdit();
    }

    /** All units; their names are no secret inside the house. */
    public List<Unit> units() {
        return org.units();
    }

    /** The people that the caller may see. */
    public List<Person> people() {
        return org.people().stream().filter(each -> gate.sees(each.unit())).toList();
    }

    /**
     * Saves a new or changed unit.
     *
     * @param before what the editor began with; null for a new one
     * @throws Refusal when it is not allowed, or somebody was faster
     */
    public void save(UnitData unit, @Nullable Unit before) {
        demandKeeper();
        transactions.run(() -> {
            if (before == null) {
                org.saveUnits(List.of(unit), recording());
            } else {
                org.editUnit(unit, before.version(), recording());
            }
            gate.audit(before == null ? "unit.create" : "unit.edit", unit.name(), before, unit);
        });
    }

    /** Removes a unit that nothing hangs on. @throws Refusal otherwise */
    public void remove(Unit unit) {
        demandKeeper();
        transactions.run(() -> {
            org.removeUnit(unit.id(), unit.version(), recording());
            gate.audit("unit.remove", unit.name(), unit, null);
        });
    }

    /**
     * Saves a new or changed person.
     *
     * @param before what the editor began with; null for a new one
     * @throws Refusal when it is not allowed, or somebody was faster
     */
    public void save(PersonData person, @Nullable Person before) {
        demandKeeper();
        transactions.run(() -> {
            if (before == null) {
                org.savePeople(List.of(person), recording());
            } else {
                org.editPerson(person, before.version(), recording());
            }
            gate.audit(before == null ? "person.create" : "person.edit", person.name(), before, person);
        });
    }

    /** Notes that somebody has left; he keeps his place in the records and can no longer sign in. */
    public void deactivate(Person person) {
        demandKeeper();
        transactions.run(() -> {
            org.deactivatePerson(person.id(), person.version(), recording());
            gate.audit("person.deactivate", person.name(), person, null);
        });
    }

    /** The name of a unit among these; empty when it is not there. */
    public static Optional<String> nameOf(UnitId id, List<Unit> units) {
        return units.stream()
                .filter(each -> each.id().equals(id))
                .map(Unit::name)
                .findFirst();
    }

    private void demandKeeper() {
        if (!gate.mayEdit()) {
            throw Refusal.forbidden("只有系统管理员可以修改单位和人员。");
        }
    }

    private Recording recording() {
        return new Recording(clock.now(), gate.account(), null, null);
    }
}
