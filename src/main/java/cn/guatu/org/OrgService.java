package cn.guatu.org;

import cn.guatu.platform.persistence.Recording;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Units and people. */
@Service
public class OrgService {

    public List<Unit> units() {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> unit(UnitId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> unit(String name) {
        throw new UnsupportedOperationException();
    }

    public List<Person> people() {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> person(PersonId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> personByAccount(String account) {
        throw new UnsupportedOperationException();
    }

    public List<UnitId> saveUnits(List<UnitData> units, Recording how) {
        throw new UnsupportedOperationException();
    }

    public List<PersonId> savePeople(List<PersonData> people, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void editUnit(UnitData unit, int version, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void removeUnit(UnitId id, int version, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void editPerson(PersonData person, int version, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void deactivatePerson(PersonId id, int version, Recording how) {
        throw new UnsupportedOperationException();
    }
}
