package cn.guatu.assessment;

import cn.guatu.rollup.Light;

/**
 * The light of a target or node of a published month beside what is known now (semantics §8): the colour of a closed month stays, but
 * red becomes yellow when the missing thing was delivered late (补齐), and the delay stays to be seen.
 *
 * @param node whether it is a node, else a target
 * @param name of the target, or project, phase and node
 * @param link path in the product that shows it
 * @param published the light as published
 * @param publishedReason the sentence that went with it
 * @param known the light of the month as known now
 * @param knownReason what is known now, in one sentence
 * @param counted the light that the month has from now on: as published, or yellow when it was made good
 */
public record LightChange(
        boolean node,
        String name,
        String link,
        Light published,
        String publishedReason,
        Light known,
        String knownReason,
        Light counted) {

    /** Whether it was made good (补齐). */
    public boolean madeGood() {
        return counted != published;
    }
}
