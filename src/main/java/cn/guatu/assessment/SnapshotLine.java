package cn.guatu.assessment;

/**
 * A row of a snapshot.
 *
 * @param kind what it holds, see {@link SnapshotContent}
 * @param key which one of its kind
 * @param content canonical JSON: members sorted by name, plain numbers
 * @param hash SHA-256 of kind, key and content
 */
record SnapshotLine(String kind, String key, String content, String hash) {}
