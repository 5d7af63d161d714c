package cn.guatu.operations.ui;

import cn.guatu.operations.OperationsService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;

/** The clock of the demonstration: plainly marked, and only moved forward. */
final class DemoClockCard extends Div {

    DemoClockCard(OperationsService operations, BusinessClock clock, boolean mayMove, Runnable moved) {
        addClassName("guatu-card");
        Duration ahead = operations.aheadOfServer();
        add(new H2("演示时钟"));
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), BusinessClock.ZONE);
        add(new Paragraph("这是演示环境。业务时间 %s，比服务器快 %d 天 %d 小时。拨快之后，到期的任务立即补做；不能拨回。"
                .formatted(
                        now.toLocalDate() + " " + now.toLocalTime().withNano(0), ahead.toDays(), ahead.toHoursPart())));
        if (mayMove) {
            DateTimePicker to = new DateTimePicker();
            to.setAriaLabel("拨到");
            to.setLocale(Locale.CHINA);
            to.setDatePickerI18n(ChineseTexts.datePicker());
            to.setValue(now.plusDays(1).withHour(8).withMinute(30).withSecond(0).withNano(0));
            Button move = new Button("向前拨到此刻", click -> {
                if (to.getValue() == null) {
                    Notices.error("请填写要拨到的日期和时间。");
                    return;
                }
                try {
                    int worked = operations.moveClock(
                            to.getValue().atZone(BusinessClock.ZONE).toInstant());
                    Notices.success("演示时钟已拨快，补做 " + worked + " 个周期。");
                } catch (RuntimeException failure) {
                    Notices.error(FailureReport.of(failure).sentence());
                }
                moved.run();
            });
            move.addThemeVariants(ButtonVariant.PRIMARY);
            Div buttons = new Div(to, move);
            buttons.addClassName("guatu-buttons");
            add(buttons);
        }
    }
}
