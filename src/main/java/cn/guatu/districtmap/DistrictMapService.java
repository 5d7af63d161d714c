package cn.guatu.districtmap;

import cn.guatu.battlechart.BattleChartService;
import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.Grouping;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 一张图: how streets and projects stand, where they lie; and the boundaries that an administrator uploads. */
@Service
public class DistrictMapService {

    /** Finer detail than this part of the map's width is not seen. */
    private static final double DETAIL = 1 / 3000.0;

    private final MapQueries queries;
    private final MapStore store;
    private final OrgService org;
    private final TargetService targets;
    private final RollupService rollup;
    private final BattleChartService charts;
    private final RetryingTransactions transactions;
    private final ChangeLog changes;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;

    DistrictMapService(
            MapQueries queries,
            MapStore store,
            OrgService org,
            TargetService targets,
            RollupService rollup,
            BattleChartService charts,
            RetryingTransactions transactions,
            ChangeLog changes,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.org = org;
        this.targets = targets;
        this.rollup = rollup;
        this.charts = charts;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The map of a year for somebody who sees this much.
     *
     * @param targetCode whose completion colours the streets; null: 综合完成率
     */
    public MapPicture picture(int year, @Nullable String targetCode, AsOf asOf, AccessScope scope) {
        if (targetCode == null) {
            return picture(
                    year,
                    asOf,
                    scope,
                    rollup.summary(year, By.STREET, asOf, scope),
                    rollup.nodes(year, NodeState.ALL, asOf, scope));
        }
        Map<String, MapPictures.Standing> standings = new HashMap<>();
        for (RollupRow row : rollup.rollup(year, Set.of(By.STREET), targetCode, asOf, scope)) {
            standings.put(
                    Objects.requireNonNull(row.street()),
                    new MapPictures.Standing(row.rate(), row.light(), row.lightReason()));
        }
        List<NodeFigure> nodes = rollup.nodes(year, NodeState.ALL, asOf, scope);
        return picture(title(year, targetCode), year, asOf, scope, standings, nodes);
    }

    /**
     * The map of 综合完成率, of figures that were read already.
     *
     * @param rows the streets that the scope sees
     * @param nodes every node of the year that it sees
     */
    public MapPicture picture(int year, AsOf asOf, AccessScope scope, List<UnitSummary> rows, List<NodeFigure> nodes) {
        Map<String, MapPictures.Standing> standings = new HashMap<>();
        for (UnitSummary row : rows) {
            standings.put(
                    Objects.requireNonNull(row.unit()),
                    new MapPictures.Standing(row.rate(), row.light(), row.lightReason()));
        }
        return picture("综合完成率", year, asOf, scope, standings, nodes);
    }

    private MapPicture picture(
            String title,
            int year,
            AsOf asOf,
            AccessScope scope,
            Map<String, MapPictures.Standing> standings,
            List<NodeFigure> nodes) {
        List<String> streets = org.units().stream()
                .filter(unit -> unit.kind() == UnitKind.STREET)
                .filter(unit -> scope.isEverything()
                        || scope.streets().isEmpty()
                        || scope.streets().contains(unit.id()))
                .map(Unit::name)
                .toList();
        Map<String, MapPictures.ProjectStanding> projects = new HashMap<>();
        charts.chart(year, Grouping.DEPARTMENT, ChartFilter.NONE, asOf, scope, nodes).groups().stream()
                .flatMap(group -> group.rows().stream())
                .forEach(row -> projects.merge(
                        row.project(),
                        new MapPictures.ProjectStanding(row.name(), row.light()),
                        MapPictures.ProjectStanding::worse));
        return MapPictures.of(title, asOf.date(), streets, standings, queries.shapes(), projects);
    }

    private String title(int year, String targetCode) {
        return targets.find(year, targetCode).map(Target::name).orElse(targetCode);
    }

    /**
     * Reads an uploaded file without keeping anything. A file that is no GeoJSON is refused.
     *
     * @param swapped whether the file has latitude before longitude
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public MapDraft tryOut(byte[] file, boolean swapped) {
        return read(file, swapped);
    }

    /** Takes a draft: its shapes stand in the place of those of the same streets and projects. One with serious problems is refused. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void take(MapDraft draft) {
        save(draft, new Recording(clock.now(), user.account(), null, null));
    }

    /** Reads a file and takes it, by the system itself: the demonstration has a map of its own. */
    public void takeAs(byte[] file, Recording how) {
        save(read(file, false), how);
    }

    private MapDraft read(byte[] file, boolean swapped) {
        List<MapSubject.Street> streets = org.units().stream()
                .filter(unit -> unit.kind() == UnitKind.STREET)
                .map(unit -> new MapSubject.Street(unit.id(), unit.name()))
                .toList();
        return new MapReader(streets, queries.projects(), swapped).read(file);
    }

    private void save(MapDraft draft, Recording how) {
        if (!draft.isSound()) {
            throw Refusal.invalid("地图还有问题没有解决,不能采用。请按提示修正文件后重新上传。");
        }
        Envelope box = MapProjection.around(draft.shapes());
        double detail = Math.max(box.getWidth(), box.getHeight()) * DETAIL;
        Map<MapSubject, String> shapes = new LinkedHashMap<>();
        GeoJsonWriter writer = new GeoJsonWriter(7);
        writer.setEncodeCRS(false);
        for (MapShape shape : draft.shapes()) {
            Geometry simple = TopologyPreservingSimplifier.simplify(shape.geometry(), detail);
            shapes.put(shape.subject(), writer.write(simple));
        }
        transactions.run(() -> {
            store.replace(shapes, how);
            changes.record(how, "MAP", "地图边界 " + shapes.size() + " 个");
            audit.recordAs(how.actor(), "map.take", "地图边界", null, Map.of("shapes", shapes.size()));
        });
    }

    /** Takes all boundaries away: the map shows tiles again. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void clear() {
        Recording how = new Recording(clock.now(), user.account(), null, null);
        transactions.run(() -> {
            int removed = store.removeAll();
            changes.record(how, "MAP", "清除地图边界");
            audit.record("map.clear", "地图边界", Map.of("shapes", removed), null);
        });
    }

    /** How many shapes there are. */
    public int shapes() {
        return queries.shapes().size();
    }

    /** What a draft would look like, without figures. */
    public MapPicture preview(MapDraft draft) {
        List<String> streets = draft.shapes().stream()
                .map(MapShape::subject)
                .filter(MapSubject.Street.class::isInstance)
                .map(MapSubject::name)
                .toList();
        Map<String, MapPictures.ProjectStanding> projects = new HashMap<>();
        draft.shapes().stream()
                .map(MapShape::subject)
                .filter(MapSubject.Project.class::isInstance)
                .forEach(
                        each -> projects.put(each.name(), new MapPictures.ProjectStanding(each.name(), Light.NOT_DUE)));
        return MapPictures.of("预览", clock.today(), streets, Map.of(), draft.shapes(), projects);
    }
}
