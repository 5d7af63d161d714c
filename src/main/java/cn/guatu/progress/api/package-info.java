/** The ledger over HTTP (api.md). */
@NullMarked
package cn.guatu.progress.api;

import org.jspecify.annotations.NullMarked;
