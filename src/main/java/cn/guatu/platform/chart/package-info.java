/** Charts: a small typed face over ApexCharts 4.7.0, the last release under the MIT licence. */
@NullMarked
package cn.guatu.platform.chart;

import org.jspecify.annotations.NullMarked;
