package cn.guatu.districtmap.ui;

import cn.guatu.districtmap.MapPicture;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.ui.LightBadges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The picture in the words of the element {@code guatu-map}. */
final class MapJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MapJson() {}

    static String of(MapPicture picture, boolean byLight) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", picture.title());
        data.put("width", picture.width());
        data.put("height", picture.height());
        data.put("colour", byLight ? "light" : "rate");
        data.put("areas", picture.areas().stream().map(MapJson::area).toList());
        List<Object> spots = new ArrayList<>();
        picture.spots().forEach(spot -> spots.add(spot(spot)));
        data.put("spots", spots);
        return JSON.writeValueAsString(data);
    }

    private static Map<String, Object> area(MapPicture.Area area) {
        Map<String, Object> json = new LinkedHashMap<>();
        String rate = Figures.rate(area.rate());
        json.put("name", area.name());
        json.put("path", area.path());
        json.put("x", area.x());
        json.put("y", area.y());
        json.put("rate", area.rate());
        json.put("text", rate);
        json.put("shape", LightBadges.shape(area.light()).attribute());
        json.put("word", area.light().label());
        json.put("title", area.name() + " " + rate + " " + area.light().label() + "。" + area.reason());
        return json;
    }

    private static Map<String, Object> spot(MapPicture.Spot spot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", spot.project());
        json.put("name", spot.name());
        json.put("path", spot.path());
        json.put("x", spot.x());
        json.put("y", spot.y());
        json.put("shape", LightBadges.shape(spot.light()).attribute());
        json.put("word", spot.light().label());
        json.put(
                "title", spot.project() + " " + spot.name() + " " + spot.light().label());
        return json;
    }
}
