package cn.guatu.security.ui;

import cn.guatu.security.Role;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import java.util.Set;

/** The roles of an account, any number of them. */
class RoleChoice extends Div {

    private final CheckboxGroup<Role> roles = new CheckboxGroup<>("角色");

    RoleChoice() {
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(Role::label);
        add(roles);
    }

    void choose(Set<Role> chosen) {
        roles.setValue(chosen);
    }

    Set<Role> chosen() {
        return Set.copyOf(roles.getValue());
    }
}
