package cn.guatu.platform.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The small pieces as the page gets them. */
@ViewPackages(packages = "cn.guatu.platform.ui")
class PiecesTest extends BrowserlessTest {

    @Test
    void aLightSaysShapeAndWordAndExplainsItself() {
        LightBadge light = new LightBadge(LightShape.OCTAGON, "红灯").explainedBy("落后序时 32.0 个百分点");
        assertEquals("octagon", light.shape());
        assertEquals("红灯", light.word());
        assertEquals("落后序时 32.0 个百分点", light.getElement().getAttribute("title"));
    }

    @Test
    void aBarWithoutARateIsEmptyAndOneOverAHundredKeepsItsTrueRate() {
        RateBar bar = new RateBar(null, new BigDecimal("0.833333"), LightShape.DASHED_RING);
        assertNull(bar.getElement().getAttribute("rate"));
        bar.set(new BigDecimal("1.00725"), null, LightShape.BLUE_CHECK);
        assertEquals("1.00725", bar.getElement().getAttribute("rate"));
        assertNull(bar.getElement().getAttribute("expected"));
    }

    @Test
    void escapeAsksThePageToCloseThePanel() {
        AtomicInteger asked = new AtomicInteger();
        SidePanel panel = new SidePanel(asked::incrementAndGet);
        UI.getCurrent().add(panel);
        assertFalse(panel.isOpen());
        panel.open("口径卡", new Span("60 公顷"));
        assertTrue(panel.isOpen());
        fireShortcut(Key.ESCAPE);
        assertEquals(1, asked.get());
        panel.shut();
        assertFalse(panel.isOpen());
    }

    @Test
    void aChipTellsWhetherItIsOn() {
        AtomicInteger pressed = new AtomicInteger();
        Chip chip = new Chip("红灯", true, pressed::incrementAndGet);
        UI.getCurrent().add(chip);
        assertTrue(chip.isOn());
        test(chip).click();
        assertEquals(1, pressed.get());
    }
}
