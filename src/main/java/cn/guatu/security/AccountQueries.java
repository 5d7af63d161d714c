package cn.guatu.security;

import static cn.guatu.jooq.Tables.ACCOUNT_LINK;
import static cn.guatu.jooq.Tables.DEPUTY;
import static cn.guatu.jooq.Tables.PERSON;
import static cn.guatu.jooq.Tables.SIGN_IN_FAILURE;
import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.USER_ACCOUNT;
import static cn.guatu.jooq.Tables.USER_ROLE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.rule.LockOutRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads accounts, their roles, links and failures. */
@Component
class AccountQueries {

    /** What sign-in needs to know. */
    record Credentials(
            AccountId id, String username, @Nullable String passwordHash, boolean usable) {}

    /** A link as stored; account null: it makes the first administrator. */
    record Link(long id, @Nullable AccountId account, Instant expiresAt, boolean used) {}

    private final DSLContext db;
    private final BusinessClock clock;

    AccountQueries(DSLContext db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Credentials> credentials(String username) {
        return db.select(
                        USER_ACCOUNT.ID,
                        USER_ACCOUNT.USERNAME,
                        USER_ACCOUNT.PASSWORD_HASH,
                        USER_ACCOUNT.ENABLED,
                        PERSON.ACTIVE)
                .from(USER_ACCOUNT)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .where(USER_ACCOUNT.USERNAME_KEY.eq(Usernames.key(username)))
                .fetchOptional(row -> new Credentials(
                        new AccountId(row.get(USER_ACCOUNT.ID)),
                        row.get(USER_ACCOUNT.USERNAME),
                        row.get(USER_ACCOUNT.PASSWORD_HASH),
                        usable(row)));
    }

    Optional<Caller> caller(AccountId id) {
        Record row = db.select(USER_ACCOUNT.fields())
                .select(PERSON.ACTIVE, PERSON.UNIT_ID, PERSON.NAME)
                .from(USER_ACCOUNT)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .where(USER_ACCOUNT.ID.eq(id.value()))
                .fetchOne();
        if (row == null || !usable(row)) {
            return Optional.empty();
        }
        Set<Role> roles = new HashSet<>(roles(Set.of(id.value())).getOrDefault(id.value(), Set.of()));
        Long person = row.get(USER_ACCOUNT.PERSON_ID);
        roles.addAll(stoodInFor(person == null ? Set.of() : Set.of(person)).getOrDefault(person, Set.of()));
        String name = row.get(PERSON.NAME);
        return Optional.of(new Caller(
                row.get(USER_ACCOUNT.USERNAME),
                name == null ? row.get(USER_ACCOUNT.DISPLAY_NAME) : name,
                roles,
                RolePermissions.of(roles),
                scope(roles, row.get(PERSON.UNIT_ID)),
                id.value(),
                stamp(row, roles)));
    }

    /**
     * The roles of those whom people stand in for today (代理). Both are of one unit, so the roles alone say what a deputy may do; what
     * reaches beyond the unit is not passed on.
     */
    private Map<Long, Set<Role>> stoodInFor(Collection<Long> people) {
        Map<Long, Set<Role>> roles = new HashMap<>();
        if (!people.isEmpty()) {
            LocalDate today = clock.today();
            db.select(DEPUTY.DEPUTY_ID, USER_ROLE.ROLE)
                    .from(DEPUTY)
                    .join(USER_ACCOUNT)
                    .on(USER_ACCOUNT.PERSON_ID.eq(DEPUTY.PERSON_ID))
                    .join(USER_ROLE)
                    .on(USER_ROLE.ACCOUNT_ID.eq(USER_ACCOUNT.ID))
                    .where(DEPUTY.DEPUTY_ID.in(people))
                    .and(DEPUTY.FROM_DAY.le(today))
                    .and(DEPUTY.TO_DAY.ge(today))
                    .forEach(row -> {
                        Role role = Role.valueOf(row.value2());
                        if (!RolePermissions.seesEverything(role)) {
                            roles.computeIfAbsent(row.value1(), id -> new HashSet<>())
                                    .add(role);
                        }
                    });
        }
        return roles;
    }

    /** The stamps of the usable ones among these accounts; who is not in the answer has to go. */
    Map<Long, String> stamps(Collection<Long> accounts) {
        Map<Long, String> stamps = new HashMap<>();
        var rows = db.select(
                        USER_ACCOUNT.ID,
                        USER_ACCOUNT.PERSON_ID,
                        USER_ACCOUNT.STAMP,
                        USER_ACCOUNT.ENABLED,
                        PERSON.ACTIVE,
                        PERSON.UNIT_ID)
                .from(USER_ACCOUNT)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .where(USER_ACCOUNT.ID.in(accounts))
                .fetch();
        Map<Long, Set<Role>> own = roles(Set.copyOf(accounts));
        Map<Long, Set<Role>> others = stoodInFor(rows.getValues(USER_ACCOUNT.PERSON_ID).stream()
                .filter(Objects::nonNull)
                .toList());
        for (Record row : rows) {
            if (usable(row)) {
                Set<Role> roles = new HashSet<>(own.getOrDefault(row.get(USER_ACCOUNT.ID), Set.of()));
                roles.addAll(others.getOrDefault(row.get(USER_ACCOUNT.PERSON_ID), Set.of()));
                stamps.put(row.get(USER_ACCOUNT.ID), stamp(row, roles));
            }
        }
        return stamps;
    }

    List<Account> accounts(Instant now) {
        Map<Long, Set<Role>> roles = roles(null);
        return db.select(USER_ACCOUNT.fields())
                .select(PERSON.NAME, PERSON.ACTIVE, UNIT.NAME, SIGN_IN_FAILURE.LOCKED_UNTIL)
                .from(USER_ACCOUNT)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(USER_ACCOUNT.PERSON_ID))
                .leftJoin(UNIT)
                .on(UNIT.ID.eq(PERSON.UNIT_ID))
                .leftJoin(SIGN_IN_FAILURE)
                .on(SIGN_IN_FAILURE.SUBJECT.eq(concat(inline("a:"), USER_ACCOUNT.USERNAME_KEY)))
                .orderBy(USER_ACCOUNT.USERNAME_KEY, USER_ACCOUNT.ID)
                .fetch(row -> account(row, roles, now));
    }

    Optional<Account> account(AccountId id, Instant now) {
        return accounts(now).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Account account(Record row, Map<Long, Set<Role>> roles, Instant now) {
        Long person = row.get(USER_ACCOUNT.PERSON_ID);
        String name = row.get(PERSON.NAME);
        Instant locked = row.get(SIGN_IN_FAILURE.LOCKED_UNTIL);
        return new Account(
                new AccountId(row.get(USER_ACCOUNT.ID)),
                row.get(USER_ACCOUNT.USERNAME),
                name == null ? row.get(USER_ACCOUNT.DISPLAY_NAME) : name,
                person == null ? null : new PersonId(person),
                row.get(UNIT.NAME),
                roles.getOrDefault(row.get(USER_ACCOUNT.ID), Set.of()),
                usable(row),
                row.get(USER_ACCOUNT.PASSWORD_HASH) != null,
                locked != null && now.isBefore(locked) ? locked : null,
                row.get(USER_ACCOUNT.LAST_SIGN_IN_AT));
    }

    List<Candidate> candidates() {
        return db.select(PERSON.ID, PERSON.NAME, PERSON.ACCOUNT, PERSON.POSITION, UNIT.NAME)
                .from(PERSON)
                .join(UNIT)
                .on(UNIT.ID.eq(PERSON.UNIT_ID))
                .where(PERSON.ACTIVE.isTrue())
                .and(PERSON.ACCOUNT.isNotNull())
                .and(notExists(selectOne().from(USER_ACCOUNT).where(USER_ACCOUNT.PERSON_ID.eq(PERSON.ID))))
                .orderBy(UNIT.SORT_ORDER, UNIT.ID, PERSON.ID)
                .fetch(row -> {
                    String position = row.get(PERSON.POSITION);
                    return new Candidate(
                            new PersonId(row.get(PERSON.ID)),
                            row.get(PERSON.NAME),
                            row.get(PERSON.ACCOUNT),
                            row.get(UNIT.NAME),
                            position == null ? null : Position.valueOf(position));
                });
    }

    /** The name of a person; empty when there is none with this key. */
    Optional<String> personName(PersonId person) {
        return db.select(PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .fetchOptional(PERSON.NAME);
    }

    /** Whether somebody can sign in who keeps the system. */
    boolean hasAdministrator() {
        return db.fetchExists(
                USER_ACCOUNT,
                USER_ACCOUNT
                        .ENABLED
                        .isTrue()
                        .and(USER_ACCOUNT.PASSWORD_HASH.isNotNull())
                        .and(exists(selectOne()
                                .from(USER_ROLE)
                                .where(USER_ROLE.ACCOUNT_ID.eq(USER_ACCOUNT.ID))
                                .and(USER_ROLE.ROLE.eq(Role.ADMIN.name())))));
    }

    Optional<Link> link(String token) {
        return db.selectFrom(ACCOUNT_LINK)
                .where(ACCOUNT_LINK.TOKEN_HASH.eq(Secrets.hash(token)))
                .fetchOptional(row -> new Link(
                        row.getId(),
                        row.getAccountId() == null ? null : new AccountId(row.getAccountId()),
                        row.getExpiresAt(),
                        row.getUsedAt() != null));
    }

    LockOutRule.@Nullable Failures failures(String subject) {
        return db.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .fetchOne(row -> new LockOutRule.Failures(row.getFailedCount(), row.getLastAt(), row.getLockedUntil()));
    }

    /** @param accounts null: of all */
    private Map<Long, Set<Role>> roles(@Nullable Set<Long> accounts) {
        return db
                .select(USER_ROLE.ACCOUNT_ID, USER_ROLE.ROLE)
                .from(USER_ROLE)
                .where(accounts == null ? org.jooq.impl.DSL.noCondition() : USER_ROLE.ACCOUNT_ID.in(accounts))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(USER_ROLE.ACCOUNT_ID),
                        Collectors.mapping(row -> Role.valueOf(row.get(USER_ROLE.ROLE)), Collectors.toSet())));
    }

    private AccessScope scope(Set<Role> roles, @Nullable Long unit) {
        Set<UnitId> departments = new HashSet<>();
        Set<UnitId> streets = new HashSet<>();
        if (unit != null && roles.stream().noneMatch(RolePermissions::seesEverything)) {
            // the own unit, and the task forces under it
            db.select(UNIT.ID, UNIT.KIND)
                    .from(UNIT)
                    .where(UNIT.ID.eq(unit).or(UNIT.PARENT_ID.eq(unit)))
                    .forEach(row -> {
                        switch (UnitKind.valueOf(row.get(UNIT.KIND))) {
                            case DEPARTMENT, TASK_FORCE -> departments.add(new UnitId(row.get(UNIT.ID)));
                            case STREET -> {
                                if (row.get(UNIT.ID).equals(unit)) {
                                    streets.add(new UnitId(unit));
                                }
                            }
                            case DISTRICT -> {}
                        }
                    });
        }
        return RolePermissions.scope(roles, departments, streets);
    }

    private static boolean usable(Record row) {
        return row.get(USER_ACCOUNT.ENABLED) && !Boolean.FALSE.equals(row.get(PERSON.ACTIVE));
    }

    private static String stamp(Record row, Set<Role> roles) {
        return row.get(USER_ACCOUNT.STAMP) + "/" + row.get(PERSON.UNIT_ID) + "/" + new TreeSet<>(roles);
    }
}
