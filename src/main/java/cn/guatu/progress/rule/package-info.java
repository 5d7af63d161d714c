/** What may enter the ledger and how a row is split over streets: pure arithmetic and policy (semantics §2, §9). */
@NullMarked
package cn.guatu.progress.rule;

import org.jspecify.annotations.NullMarked;
