package cn.guatu.planning;

/**
 * A paper that a proposal rests on.
 *
 * @param name of the file
 * @param mediaType as the browser said
 * @param content at most {@link TargetProposals#LARGEST} bytes
 */
public record Attachment(String name, String mediaType, byte[] content) {}
