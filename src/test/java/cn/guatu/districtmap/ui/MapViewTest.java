package cn.guatu.districtmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.UnitId;
import cn.guatu.platform.ui.Chip;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The page 一张图 through what a person does. */
@GuatuTest
@ViewPackages(packages = "cn.guatu.districtmap.ui")
@WithAnonymousUser
class MapViewTest extends SpringBrowserlessTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    @BeforeEach
    void aStreet() {
        cleaner.clear();
        clock.reset();
        SmallDistrict district = new SmallDistrict(dsl);
        district.year(2026);
        district.unit("东街道", "STREET");
        UnitId lead = district.unit("更新科", "DEPARTMENT");
        district.target(2026, "TD", TargetKind.FLOW, lead);
        Role role = Role.BUREAU_LEADER;
        Caller caller = new Caller(
                "test", "何局", Set.of(role), RolePermissions.of(Set.of(role)), AccessScope.everything(), 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(role.authority(), "MAY_READ")));
    }

    @Test
    void a_street_on_the_map_opens_its_page() {
        UI.getCurrent().navigate("map");
        DistrictMap map = $(DistrictMap.class).single();
        ComponentUtil.fireEvent(map, new DistrictMap.Opened(map, true, "street", "东街道"));
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("streets/");
    }

    @Test
    void target_and_colours_are_in_the_address() {
        UI.getCurrent().navigate("map", QueryParameters.fromString("target=TD&colour=rate"));
        assertThat($(DistrictMap.class).all()).hasSize(1);
        assertThat($(Chip.class).all()).anySatisfy(chip -> {
            assertThat(chip.isOn()).isTrue();
            assertThat(chip.getElement().getAttribute("aria-label")).isEqualTo("按完成率着色");
        });
    }
}
