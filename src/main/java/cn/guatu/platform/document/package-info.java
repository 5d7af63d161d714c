/** What all printed documents have in common: the embedded Chinese font, and text that can be searched. */
@NullMarked
package cn.guatu.platform.document;

import org.jspecify.annotations.NullMarked;
