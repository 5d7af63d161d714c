/** Proves the doors for people through what they see. */
@NullMarked
package cn.guatu.security.ui;

import org.jspecify.annotations.NullMarked;
