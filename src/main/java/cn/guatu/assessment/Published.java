package cn.guatu.assessment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A publication, without its content.
 *
 * @param id identity of the snapshot
 * @param year the plan year
 * @param month 1–12
 * @param edition counts the publications of the month from 1
 * @param cutOff the last day of the month
 * @param publishedAt when
 * @param knownAt what was known then
 * @param publishedBy the account
 * @param ruleVersion the version of the scoring rules
 * @param hash SHA-256 over the content and the hash of the snapshot published before
 */
public record Published(
        long id,
        int year,
        int month,
        int edition,
        LocalDate cutOff,
        Instant publishedAt,
        Instant knownAt,
        String publishedBy,
        int ruleVersion,
        String hash) {}
