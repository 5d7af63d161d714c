package cn.guatu.shell;

import cn.guatu.platform.ui.HeaderPart;
import cn.guatu.security.Caller;
import cn.guatu.security.CurrentUser;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The frame of the desk: the menu that the features' annotations make, and who is signed in. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    private static final long serialVersionUID = 1L;

    private final transient AuthenticationContext authentication;

    MainLayout(AuthenticationContext authentication, CurrentUser currentUser, ObjectProvider<HeaderPart> headerParts) {
        this.authentication = authentication;
        setPrimarySection(Section.DRAWER);
        Div parts = new Div();
        parts.addClassName("guatu-header-parts");
        parts.getElement().setAttribute("role", "region").setAttribute("aria-label", "提醒");
        headerParts.orderedStream().forEach(part -> parts.add(part.create()));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("展开或收起菜单");
        addToNavbar(toggle, parts);
        Span brand = new Span("挂图作战");
        brand.addClassName("guatu-brand");
        brand.getElement().setAttribute("role", "banner");
        addToDrawer(brand, new Scroller(menu()));
        currentUser.caller().ifPresent(caller -> addToDrawer(signedIn(caller)));
    }

    private static Div menu() {
        Div sections = new Div();
        sections.addClassName("guatu-menu");
        for (MenuSection section : MenuSection.values()) {
            List<MenuEntry> entries = MenuConfiguration.getMenuEntries().stream()
                    .filter(section::holds)
                    .toList();
            if (!entries.isEmpty()) {
                SideNav menu = section.label().isEmpty() ? new SideNav() : new SideNav(section.label());
                menu.getElement().setAttribute("aria-label", section.label().isEmpty() ? "主菜单" : section.label());
                entries.forEach(entry -> menu.addItem(item(entry)));
                sections.add(menu);
            }
        }
        return sections;
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        return item;
    }

    private Div signedIn(Caller caller) {
        Button signOut = new Button("退出登录", click -> authentication.logout());
        signOut.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div user = new Div(new Span(caller.displayName()), signOut);
        user.addClassName("guatu-user");
        user.getElement().setAttribute("role", "region").setAttribute("aria-label", "登录的人");
        return user;
    }
}
