package cn.guatu.bulletin;

import cn.guatu.bulletin.rule.CardKind;

/**
 * Somebody who has a scorecard page.
 *
 * @param kind leader, department or street
 * @param id of the unit, or the leader's name
 * @param name in words
 */
public record Subject(CardKind kind, String id, String name) {}
