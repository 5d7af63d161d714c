package cn.guatu.planning.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of the desk. */
final class KeysPanel extends Div {

    KeysPanel() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("↑ ↓ ← →", "移动；在名称上 ← 收起、→ 展开");
        keys.put("回车、F2、双击", "修改单元格；直接输入即覆盖");
        keys.put("Tab / Shift+Tab", "保存并到右边 / 左边");
        keys.put("Esc", "放弃修改、取消选择");
        keys.put("Insert", "到下方新增一行：在指标上新增项目，在项目上新增节点");
        keys.put("Delete", "在名称上删除整行，在其他栏清空");
        keys.put("Shift+↑ ↓", "选择多行");
        keys.put("Ctrl+C / Ctrl+V", "复制、粘贴；可与表格互相粘贴，粘贴前先预览");
        keys.put("Ctrl+D", "原样复制一份项目或节点");
        keys.put("Ctrl+B", "批量修改责任人、科室、日期");
        keys.put("Ctrl+Z / Ctrl+Y", "撤销 / 重做");
        keys.put("拖动", "把节点移到别的项目，把项目移到别的指标，调整顺序");
        DescriptionList list = new DescriptionList();
        list.addClassName("guatu-facts");
        keys.forEach((key, words) -> list.add(new DescriptionList.Term(key), new DescriptionList.Description(words)));
        add(list);
    }
}
