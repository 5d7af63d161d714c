package cn.guatu.wallboard.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.wallboard.Wall;
import cn.guatu.wallboard.WallId;
import cn.guatu.wallboard.WallLogo;
import cn.guatu.wallboard.WallPage;
import cn.guatu.wallboard.WallPlace;
import cn.guatu.wallboard.WallScope;
import cn.guatu.wallboard.WallService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of one wall. */
class WallForm extends VerticalLayout {

    private static final String THIS_YEAR = "当年";

    private final transient WallService walls;
    private final transient Wall wall;
    private final transient List<Unit> units;
    private final TextField name = new TextField("名称");
    private final TextField title = new TextField("标题");
    private final Select<WallScope.Kind> kind = new Select<>();
    private final ComboBox<Unit> unit = new ComboBox<>("单位");
    private final Select<Integer> year = new Select<>();
    private final PlacesField places;
    private transient @Nullable WallLogo logo;
    private boolean logoTouched;

    WallForm(
            Wall wall, WallService walls, List<WallPage> pages, List<Unit> units, List<Integer> years, Runnable saved) {
        this.wall = wall;
        this.walls = walls;
        this.units = units;
        places = new PlacesField(pages);
        setPadding(false);
        name.setMaxLength(40);
        name.setValue(wall.name());
        name.setPlaceholder("例如：三楼指挥大厅");
        title.setMaxLength(40);
        title.setValue(wall.title());
        kind.setLabel("范围");
        kind.setItems(WallScope.Kind.values());
        kind.setItemLabelGenerator(WallScope.Kind::label);
        unit.setItemLabelGenerator(Unit::name);
        kind.addValueChangeListener(change -> offerUnits());
        kind.setValue(wall.scope().kind());
        units.stream()
                .filter(each -> each.id().equals(wall.scope().unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        year.setLabel("年度");
        year.setItems(years);
        year.setItemLabelGenerator(each -> each == null ? THIS_YEAR : each + " 年");
        year.setEmptySelectionAllowed(true);
        year.setEmptySelectionCaption(THIS_YEAR);
        year.setValue(years.contains(wall.year()) ? wall.year() : null);
        places.set(wall.places());
        Button save = new Button("保存", click -> save(saved));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        name.setWidthFull();
        title.setWidthFull();
        HorizontalLayout scope = new HorizontalLayout(kind, unit, year);
        scope.setWrap(true);
        add(name, title, scope, logoField(), places, save);
    }

    private VerticalLayout logoField() {
        Image shown = new Image();
        shown.setAlt("标志");
        shown.setMaxHeight("48px");
        shown.setVisible(wall.logo() != null);
        if (wall.logo() != null) {
            shown.setSrc("screen/logo/" + wall.logo());
        }
        Span note = new Span();
        Upload upload = new Upload(UploadHandler.inMemory((about, file) -> getUI().ifPresent(ui -> ui.access(() -> {
            try {
                logo = WallLogo.of(file);
                logoTouched = true;
                shown.setVisible(false);
                note.setText("已选择 " + about.fileName() + "，保存后生效");
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        }))));
        upload.setI18n(ChineseTexts.upload());
        upload.setAcceptedFileTypes("image/png", "image/jpeg");
        upload.setMaxFileSize(WallLogo.LARGEST);
        upload.setMaxFiles(1);
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.addFileRejectedListener(rejected -> Notices.error("标志只接受不超过 512 KB 的 PNG 或 JPG 图片。"));
        Button none = new Button("去掉标志", click -> {
            logo = null;
            logoTouched = true;
            shown.setVisible(false);
            note.setText("保存后不再显示标志");
        });
        none.addThemeVariants(ButtonVariant.TERTIARY);
        none.setVisible(wall.logo() != null);
        VerticalLayout all = new VerticalLayout(new Span("标志（PNG 或 JPG，不超过 512 KB）"), shown, upload, note, none);
        all.setPadding(false);
        all.setSpacing(false);
        return all;
    }

    private void offerUnits() {
        WallScope.Kind of = kind.getValue();
        unit.setVisible(of != WallScope.Kind.WHOLE);
        unit.setItems(units.stream()
                .filter(each -> of == WallScope.Kind.STREET
                        ? each.kind() == UnitKind.STREET
                        : each.kind() == UnitKind.DEPARTMENT || each.kind() == UnitKind.TASK_FORCE)
                .toList());
    }

    private void save(Runnable saved) {
        try {
            List<WallPlace> shown = places.places();
            Unit chosen = unit.getValue();
            WallScope scope = kind.getValue() == WallScope.Kind.WHOLE
                    ? WallScope.WHOLE
                    : new WallScope(kind.getValue(), chosen == null ? null : chosen.id());
            WallId id = walls.save(new Wall(
                    wall.id(), name.getValue(), title.getValue(), scope, year.getValue(), shown, null, wall.version()));
            if (logoTouched) {
                walls.setLogo(id, logo);
            }
            saved.run();
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
        }
    }
}
