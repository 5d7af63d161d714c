/** The door of the HTTP interface: bearer tokens, scopes and refusals as problem+json. */
@NullMarked
package cn.guatu.security.api;

import org.jspecify.annotations.NullMarked;
