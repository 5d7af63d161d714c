package cn.guatu.supervision;

import cn.guatu.org.NameKey;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.supervision.PlannedStep.Recipient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is who when something must be told: owners, heads of departments and leaders. Who has left is not told. */
final class LadderPeople {

    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<UnitId, Unit> units = new HashMap<>();

    LadderPeople(List<Person> people, List<Unit> units) {
        people.stream().filter(Person::active).forEach(person -> this.people.put(person.id(), person));
        units.forEach(unit -> this.units.put(unit.id(), unit));
    }

    /** The owner by his record, else by his name alone. */
    Recipient owner(String name, @Nullable PersonId id) {
        Person person = id == null ? null : people.get(id);
        return new Recipient(name, person == null ? null : person.id());
    }

    /** The heads of a department; its name when it has none. */
    List<Recipient> heads(UnitId department) {
        List<Recipient> heads = people.values().stream()
                .filter(person -> person.position() == Position.DEPARTMENT_HEAD
                        && person.unit().equals(department))
                .sorted(Comparator.comparing(person -> person.id().value()))
                .map(person -> new Recipient(person.name(), person.id()))
                .toList();
        return heads.isEmpty() ? List.of(new Recipient(unit(department), null)) : heads;
    }

    /** The responsible leader, when his name is a leader's we know; else his name alone. Empty when none is named. */
    List<Recipient> leader(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return List.of();
        }
        String key = NameKey.of(name);
        PersonId known = people.values().stream()
                .filter(person -> person.position() == Position.BUREAU_LEADER
                        && person.key().equals(key))
                .map(Person::id)
                .findFirst()
                .orElse(null);
        return List.of(new Recipient(name, known));
    }

    /** Everybody who supervises. */
    List<Recipient> supervisors() {
        return people.values().stream()
                .filter(person -> person.position() == Position.SUPERVISOR)
                .sorted(Comparator.comparing(person -> person.id().value()))
                .map(person -> new Recipient(person.name(), person.id()))
                .toList();
    }

    /** The only person of this name. */
    Optional<PersonId> named(String name) {
        String key = NameKey.of(name);
        List<Person> same = people.values().stream()
                .filter(person -> person.key().equals(key))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst().id()) : Optional.empty();
    }

    String unit(UnitId id) {
        Unit unit = units.get(id);
        return unit == null ? "" : unit.name();
    }
}
