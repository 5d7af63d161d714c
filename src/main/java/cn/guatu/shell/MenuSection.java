package cn.guatu.shell;

import com.vaadin.flow.server.menu.MenuEntry;

/** The parts of the menu. A view says with the order of its {@code @Menu} where it stands: ten numbers a section. */
enum MenuSection {
    MINE(0, 10, ""),
    FIGURES(10, 20, "看数"),
    PLANNING(20, 30, "分解"),
    SUPERVISION(30, 40, "督办"),
    ASSESSMENT(40, 50, "评估"),
    WALL(50, 60, "挂图"),
    SYSTEM(60, 1000, "系统");

    private final int from;
    private final int to;
    private final String label;

    MenuSection(int from, int to, String label) {
        this.from = from;
        this.to = to;
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the entry stands in this section; one without an order stands in the last. */
    boolean holds(MenuEntry entry) {
        double order = entry.order() == null ? 999 : entry.order();
        return order >= from && order < to;
    }
}
