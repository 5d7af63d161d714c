package cn.guatu.platform.failure;

import java.security.SecureRandom;

/** Short numbers that a person can read out on the telephone and that a log can be searched for. */
public final class ReferenceNumbers {

    // Without 0/O and 1/I/L, which are taken for one another.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReferenceNumbers() {}

    /** A new number, e.g. {@code E-7K3Q9X}. */
    public static String next() {
        StringBuilder number = new StringBuilder("E-");
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
