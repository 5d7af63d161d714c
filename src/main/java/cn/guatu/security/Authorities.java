package cn.guatu.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security knows of a caller: roles, and the permissions that people and tokens share. */
public final class Authorities {

    private Authorities() {}

    /** {@code ROLE_…} of the account and {@code MAY_…} of its permissions. */
    public static List<GrantedAuthority> of(Caller caller) {
        return Stream.concat(
                        caller.roles().stream().map(Role::authority),
                        caller.permissions().stream().map(Permission::authority))
                .sorted()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
