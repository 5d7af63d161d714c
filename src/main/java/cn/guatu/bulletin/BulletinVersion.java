package cn.guatu.bulletin;

import java.time.Instant;

/**
 * A saving of the text of a 通报.
 *
 * @param number counts from 1 within the month; 0 stands for the generated text
 * @param note what was done, in Chinese
 * @param savedBy the account that saved it
 * @param savedAt when
 * @param paragraphs how many paragraphs differ from the generated text
 */
public record BulletinVersion(int number, String note, String savedBy, Instant savedAt, int paragraphs) {}
