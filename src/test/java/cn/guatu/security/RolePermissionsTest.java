package cn.guatu.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.UnitId;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The one place in the code and the one table in the documents say the same. */
class RolePermissionsTest {

    private static final UnitId RENEWAL = new UnitId(1);
    private static final UnitId STREET = new UnitId(2);
    private static final UnitId OTHER = new UnitId(3);

    @Test
    void the_table_in_the_documents_says_what_the_code_says() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/roles.md"));
        for (Role role : Role.values()) {
            String row = lines.stream()
                    .filter(line -> line.startsWith("| " + role.label() + " |"))
                    .findFirst()
                    .orElseThrow();
            List<String> cells =
                    Arrays.stream(row.split("\\|")).map(String::strip).skip(1).toList();
            assertThat(cells.get(1).equals("全部")).isEqualTo(RolePermissions.seesEverything(role));
            Set<Permission> documented = EnumSet.noneOf(Permission.class);
            List<Permission> columns = List.of(
                    Permission.READ,
                    Permission.IMPORT,
                    Permission.PLAN,
                    Permission.RECOGNISE,
                    Permission.REPORT,
                    Permission.APPROVE,
                    Permission.OPERATE,
                    Permission.ADMINISTER);
            for (int i = 0; i < columns.size(); i++) {
                if (cells.get(i + 2).equals("是")) {
                    documented.add(columns.get(i));
                }
            }
            assertThat(documented).as(role.label()).isEqualTo(RolePermissions.of(role));
        }
    }

    @Test
    void names_for_annotations_are_the_roles() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : Roles.class.getFields()) {
            names.add((String) field.get(null));
        }
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Enum::name).toList());
    }

    @Test
    void one_role_without_limits_is_enough_to_see_everything() {
        assertThat(RolePermissions.scope(Set.of(Role.OFFICER, Role.SUPERVISOR), Set.of(RENEWAL), Set.of())
                        .isEverything())
                .isTrue();
    }

    @Test
    void an_officer_without_a_department_sees_nothing() {
        assertThat(RolePermissions.scope(Set.of(Role.OFFICER), Set.of(), Set.of(STREET))
                        .isNothing())
                .isTrue();
    }

    @Test
    void a_department_sees_the_phases_it_leads_or_assists_and_a_street_those_it_shares() {
        AccessScope department = AccessScope.of(Set.of(RENEWAL), Set.of());
        assertThat(department.seesPhase(RENEWAL, List.of(), List.of(STREET))).isTrue();
        assertThat(department.seesPhase(OTHER, List.of(RENEWAL), List.of(STREET)))
                .isTrue();
        assertThat(department.seesPhase(OTHER, List.of(), List.of(STREET))).isFalse();
        AccessScope street = AccessScope.of(Set.of(), Set.of(STREET));
        assertThat(street.seesPhase(OTHER, List.of(), List.of(STREET))).isTrue();
        assertThat(street.seesPhase(OTHER, List.of(STREET), List.of(OTHER))).isFalse();
    }
}
