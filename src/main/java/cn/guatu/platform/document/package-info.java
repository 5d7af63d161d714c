/** What all printed documents have in common: paper, pen and lights, the frame with legend and QR code, embedded Chinese fonts, searchable text. */
@NullMarked
package cn.guatu.platform.document;

import org.jspecify.annotations.NullMarked;
