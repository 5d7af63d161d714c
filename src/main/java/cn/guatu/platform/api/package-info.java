/** What every REST controller needs: parameters, numbers, answers that are given once, and a limit to what is sent. */
@NullMarked
package cn.guatu.platform.api;

import org.jspecify.annotations.NullMarked;
