/** What every REST controller needs: parameters, numbers, pages, and a limit to what is sent. */
@NullMarked
package cn.guatu.platform.api;

import org.jspecify.annotations.NullMarked;
