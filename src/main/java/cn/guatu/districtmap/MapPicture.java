package cn.guatu.districtmap;

import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map as it is drawn: 1000 wide, y downwards; north is up.
 *
 * @param title what is shown, such as 土地供应 or 综合完成率
 * @param cutOff the day of the figures (数据截至)
 * @param width of the picture
 * @param height of the picture
 * @param geographic whether areas have their true shape; false: tiles of equal area, because no boundary was uploaded
 * @param areas streets in their order
 * @param spots projects
 */
public record MapPicture(
        String title,
        LocalDate cutOff,
        double width,
        double height,
        boolean geographic,
        List<Area> areas,
        List<Spot> spots) {

    /** The lists are copied. */
    public MapPicture {
        areas = List.copyOf(areas);
        spots = List.copyOf(spots);
    }

    /**
     * A street.
     *
     * @param name of the street
     * @param path its outline, as the {@code d} of an SVG path
     * @param x of its label
     * @param y of its label
     * @param rate completion; null: none
     * @param light of that figure; 未报 when there is none
     * @param reason of the light, one sentence
     */
    public record Area(
            String name,
            String path,
            double x,
            double y,
            @Nullable BigDecimal rate,
            Light light,
            String reason) {}

    /**
     * A project.
     *
     * @param project 项目编码
     * @param name 项目名称
     * @param path its outline when it is an area; null: a point
     * @param x where it stands
     * @param y where it stands
     * @param light the worst light of its open nodes
     */
    public record Spot(
            String project, String name, @Nullable String path, double x, double y, Light light) {}
}
