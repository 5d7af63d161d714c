package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/**
 * A person as somebody wants him: a new one or a change.
 *
 * @param id null creates a person
 * @param name 姓名
 * @param account 账号: the log-in name; null for somebody who does not log in
 * @param unit 所属
 * @param position 岗位; null when not said
 * @param phone 手机
 * @param email 邮箱
 * @param active false for somebody who has left
 */
public record PersonData(
        @Nullable PersonId id,
        String name,
        @Nullable String account,
        UnitId unit,
        @Nullable Position position,
        @Nullable String phone,
        @Nullable String email,
        boolean active) {}
