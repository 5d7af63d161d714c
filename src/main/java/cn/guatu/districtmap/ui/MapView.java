package cn.guatu.districtmap.ui;

import cn.guatu.districtmap.DistrictMapService;
import cn.guatu.districtmap.MapPicture;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.AsOf;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 一张图: where in the district to push. Which target, which colours and which day are in the address. */
@Route("map")
@PageTitle("一张图")
@PermitAll
@Menu(title = "一张图", order = 53, icon = "vaadin:map-marker")
class MapView extends PageFrame implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String TARGET = "target";
    private static final String COLOUR = "colour";
    private static final String RATE = "rate";

    private final transient DistrictMapService maps;
    private final transient PlanYearService years;
    private final transient TargetService targets;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private PageState address = new PageState("map", Map.of());

    MapView(
            DistrictMapService maps,
            PlanYearService years,
            TargetService targets,
            CurrentUser user,
            BusinessClock clock) {
        super("一张图");
        this.maps = maps;
        this.years = years;
        this.targets = targets;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PageState.of(event.getLocation());
        List<Integer> known = years.years().stream()
                .map(PlanYear::year)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (known.isEmpty()) {
            body(new EmptyState("系统里还没有年度计划。导入一张表后,这里就是全区的一张图。"));
            return;
        }
        int year = address.number(PageState.YEAR)
                .filter(known::contains)
                .or(() -> PlanYear.usual(known, clock.today()))
                .orElseThrow();
        show(year);
    }

    private void show(int year) {
        LocalDate day = address.date(PageState.AS_OF).orElseGet(() -> PlanYear.usualDay(year, clock.today()));
        try {
            String target = address.get(TARGET);
            MapPicture picture = maps.picture(year, target, AsOf.of(day), user.scope());
            scope(picture.title() + " · 数据截至 " + Figures.day(day, year));
            filters(bar(year));
            actions(
                    user.has(Permission.ADMINISTER)
                            ? new Component[] {new Anchor("map/boundaries", "边界维护")}
                            : new Component[0]);
            body(content(picture, year));
        } catch (RuntimeException failure) {
            filters();
            body(new EmptyState(FailureReport.of(failure).sentence(), new Anchor("map", "看综合完成率")));
        }
    }

    private Component[] content(MapPicture picture, int year) {
        if (picture.areas().isEmpty()) {
            return new Component[] {new EmptyState("组织里还没有街道。导入一张表后,这里按街道成图。")};
        }
        DistrictMap map = new DistrictMap(picture, !RATE.equals(address.get(COLOUR)));
        map.setWidthFull();
        map.getStyle().set("flex", "1 1 auto");
        map.onOpen(opened -> UI.getCurrent()
                .navigate(
                        (opened.isStreet() ? "streets/" : "projects/") + encoded(opened.id()),
                        QueryParameters.of("year", String.valueOf(year))));
        if (picture.geographic()) {
            return new Component[] {map};
        }
        Span note = new Span("还没有街道边界,先以等面积方块代替。" + (user.has(Permission.ADMINISTER) ? "到“边界维护”上传 GeoJSON。" : ""));
        note.addClassName("guatu-secondary");
        return new Component[] {note, map};
    }

    private Component[] bar(int year) {
        List<Component> bar = new ArrayList<>();
        boolean byRate = RATE.equals(address.get(COLOUR));
        bar.add(new Chip("按灯着色", !byRate, () -> go(COLOUR, null)));
        bar.add(new Chip("按完成率着色", byRate, () -> go(COLOUR, RATE)));
        ComboBox<Target> box = new ComboBox<>();
        List<Target> all = targets.targets(year);
        box.setItems(all);
        box.setItemLabelGenerator(Target::name);
        box.setPlaceholder("综合完成率");
        box.setAriaLabel("指标");
        box.setClearButtonVisible(true);
        all.stream()
                .filter(each -> each.code().equals(address.get(TARGET)))
                .findFirst()
                .ifPresent(box::setValue);
        box.addValueChangeListener(change -> {
            Target value = change.getValue();
            go(TARGET, value == null ? null : value.code());
        });
        bar.add(box);
        return bar.toArray(Component[]::new);
    }

    private void go(String key, @Nullable String value) {
        address.with(key, value).go();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
