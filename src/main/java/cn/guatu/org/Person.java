package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for something.
 *
 * @param id his identity
 * @param name 姓名 as written
 * @param key the folded name, see {@link NameKey}; not unique
 * @param account 账号: the log-in name; null for somebody who does not log in
 * @param unit 所属
 * @param position 岗位; null when not said
 * @param phone 手机
 * @param email 邮箱
 * @param active false for somebody who has left
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Person(
        PersonId id,
        String name,
        String key,
        @Nullable String account,
        UnitId unit,
        @Nullable Position position,
        @Nullable String phone,
        @Nullable String email,
        boolean active,
        int version) {}
