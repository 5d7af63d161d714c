package cn.guatu.districtmap.ui;

import cn.guatu.districtmap.DistrictMapService;
import cn.guatu.districtmap.MapDraft;
import cn.guatu.districtmap.MapProblem;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;

/** 地图边界: a GeoJSON file is read, shown as a preview with what is wrong, and taken or not. */
@Route("map/boundaries")
@PageTitle("地图边界")
@RolesAllowed(Roles.ADMIN)
@Menu(title = "地图边界", order = 77, icon = "vaadin:map-marker")
class BoundariesView extends PageFrame {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final transient DistrictMapService maps;
    private final Checkbox swapped = new Checkbox("文件里纬度在前");
    private final Div result = new Div();
    private byte[] last = new byte[0];

    BoundariesView(DistrictMapService maps) {
        super("地图边界");
        this.maps = maps;
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            last = bytes;
            read();
        }));
        upload.setI18n(ChineseTexts.upload());
        upload.setAcceptedFileTypes(".geojson", ".json");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.addFileRejectedListener(rejected -> Notices.error("不能上传:只接受 10 MB 以内的 .geojson 或 .json 文件,更大的请先简化边界。"));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        swapped.addValueChangeListener(change -> {
            if (last.length > 0) {
                read();
            }
        });
        result.addClassName("guatu-card");
        result.getStyle().set("flex", "1 1 auto").set("display", "flex").set("flex-direction", "column");
        scope(state());
        actions(new Anchor("map", "看一张图"), clear());
        body(
                new Paragraph("上传街道和项目的 GeoJSON(WGS84 或 CGCS2000 经纬度)。街道按属性 name(名称)对应,项目按属性 code(编码)对应;点和面都可以。"),
                upload,
                swapped,
                result);
        result.add(new EmptyState("上传后先看预览和问题,确认后才采用。"));
    }

    private String state() {
        int shapes = maps.shapes();
        return shapes == 0 ? "还没有边界,一张图以等面积方块显示" : "已有 " + shapes + " 个图形";
    }

    private void read() {
        result.removeAll();
        try {
            MapDraft draft = maps.tryOut(last, swapped.getValue());
            if (!draft.problems().isEmpty()) {
                UnorderedList list = new UnorderedList();
                draft.problems().stream().limit(50).map(BoundariesView::item).forEach(list::add);
                result.add(list);
            }
            if (!draft.shapes().isEmpty()) {
                DistrictMap preview = new DistrictMap(maps.preview(draft), true);
                preview.setWidthFull();
                preview.setHeight("480px");
                result.add(preview);
            }
            Button take = new Button("采用 " + draft.shapes().size() + " 个图形", click -> take(draft));
            take.addThemeVariants(ButtonVariant.PRIMARY);
            take.setEnabled(draft.isSound());
            result.add(take);
        } catch (RuntimeException failure) {
            EmptyState sentence = new EmptyState(FailureReport.of(failure).sentence());
            sentence.getElement().setAttribute("role", "alert");
            result.add(sentence);
        }
    }

    private static ListItem item(MapProblem problem) {
        return new ListItem((problem.serious() ? "错误:" : "提醒:") + problem.sentence());
    }

    private void take(MapDraft draft) {
        maps.take(draft);
        Notices.success("已采用 " + draft.shapes().size() + " 个图形。");
        scope(state());
        result.removeAll();
        result.add(new EmptyState("边界已更新。", new Anchor("map", "看一张图")));
    }

    private Button clear() {
        return new Button("清除边界", click -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader("清除全部边界?");
            dialog.setText("一张图将改以等面积方块显示;需要时可重新上传。");
            dialog.setCancelable(true);
            dialog.setCancelText("取消");
            dialog.setConfirmText("清除");
            dialog.addConfirmListener(confirmed -> {
                maps.clear();
                scope(state());
            });
            dialog.open();
        });
    }
}
