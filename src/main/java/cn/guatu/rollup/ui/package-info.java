/** The desk's pages of figures: 首页, 一张表, projects, streets, departments, nodes, and the 口径卡 that every figure opens. */
@NamedInterface("ui")
@NullMarked
package cn.guatu.rollup.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
