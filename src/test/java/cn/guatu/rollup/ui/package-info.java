/** The pages of the desk through what a person sees. */
@NullMarked
package cn.guatu.rollup.ui;

import org.jspecify.annotations.NullMarked;
