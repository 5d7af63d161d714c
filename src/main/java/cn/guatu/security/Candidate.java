package cn.guatu.security;

import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import org.jspecify.annotations.Nullable;

/**
 * A person who has an account name in 人员 but no account yet.
 *
 * @param position null when not given; the account then becomes that of an officer
 */
public record Candidate(
        PersonId person,
        String name,
        String username,
        String unitName,
        @Nullable Position position) {

    /** The role the account would get. */
    public Role role() {
        return position == null ? Role.OFFICER : Role.of(position);
    }
}
