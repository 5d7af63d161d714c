package cn.guatu.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What the browser gets before any view: language, title, style sheets, the push channel. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Push
@Viewport("width=device-width, initial-scale=1")
public class GuatuAppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("挂图作战");
        settings.addMetaTag("color-scheme", "light");
    }
}
