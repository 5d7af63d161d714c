package cn.guatu.notification;

import cn.guatu.org.PersonId;
import java.util.Set;

/**
 * Some people have news, or have read them. Published in the transaction that raises or reads: listen after the commit.
 *
 * @param people whose notices changed
 */
public record Raised(Set<PersonId> people) {

    /** Copies the set. */
    public Raised {
        people = Set.copyOf(people);
    }
}
