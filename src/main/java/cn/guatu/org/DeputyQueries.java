package cn.guatu.org;

import static cn.guatu.jooq.Tables.DEPUTY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads who stands in for whom. */
@Repository
class DeputyQueries {

    private final DSLContext sql;

    DeputyQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Deputy> endingFrom(LocalDate day) {
        return sql.selectFrom(DEPUTY)
                .where(DEPUTY.TO_DAY.ge(day))
                .orderBy(DEPUTY.FROM_DAY, DEPUTY.ID)
                .fetch(row -> new Deputy(
                        row.getId(),
                        new PersonId(row.getPersonId()),
                        new PersonId(row.getDeputyId()),
                        row.getFromDay(),
                        row.getToDay(),
                        row.getReason()));
    }

    public Set<PersonId> personsOf(PersonId deputy, LocalDate day) {
        return sql.select(DEPUTY.PERSON_ID)
                .from(DEPUTY)
                .where(DEPUTY.DEPUTY_ID.eq(deputy.value()))
                .and(DEPUTY.FROM_DAY.le(day))
                .and(DEPUTY.TO_DAY.ge(day))
                .fetchSet(row -> new PersonId(row.value1()));
    }
}
