/** Sign-in, set-up, accounts, tokens and the audit trail on screen. */
@NullMarked
package cn.guatu.security.ui;

import org.jspecify.annotations.NullMarked;
