/** Screens of the map. */
@NullMarked
package cn.guatu.districtmap.ui;

import org.jspecify.annotations.NullMarked;
