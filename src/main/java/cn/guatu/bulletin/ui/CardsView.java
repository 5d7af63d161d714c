package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.Standing;
import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.RateBar;
import cn.guatu.rollup.ui.LightBadges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** Scorecard pages: whose there are, and one of them. */
@Route("scorecards/:kind?/:id?/:year?([0-9]{4})/:month?([0-9]{1,2})")
@PageTitle("评估卡")
@Menu(title = "评估卡", order = 42, icon = "vaadin:clipboard-pulse")
@CssImport("./bulletin/bulletin.css")
@Uses(RateBar.class)
@PermitAll
class CardsView extends MonthPage {

    CardsView(Office office) {
        super("评估卡", office);
    }

    @Override
    String address(int year, int month) {
        return segment("kind").isEmpty() ? "scorecards" : address(segment("kind"), segment("id"), year, month);
    }

    private static String address(String kind, String id, int year, int month) {
        return "scorecards/" + kind + "/" + encoded(id) + "/" + year + "/" + month;
    }

    @Override
    void show() {
        if (segment("kind").isEmpty()) {
            list();
        } else {
            page();
        }
    }

    private void list() {
        title("评估卡");
        scope(year() + "年" + month() + "月");
        List<Standing> standings = office().cards().standings(year(), month());
        if (standings.isEmpty()) {
            body(new EmptyState("您的数据范围内还没有评估卡。"));
            return;
        }
        Div cards = new Div();
        cards.addClassName("guatu-cards");
        for (CardKind kind : CardKind.values()) {
            List<Standing> of = standings.stream()
                    .filter(each -> each.subject().kind() == kind)
                    .toList();
            if (!of.isEmpty()) {
                Div lines = new Div();
                lines.addClassName("guatu-lines");
                of.forEach(standing -> lines.add(line(standing)));
                Div card = new Div(new H2(kind.label()), lines);
                card.addClassNames("guatu-card", "third");
                cards.add(card);
            }
        }
        body(cards);
    }

    private Component line(Standing standing) {
        Span name = new Span(new Anchor(
                address(standing.subject().kind().path(), standing.subject().id(), year(), month()),
                standing.subject().name()));
        name.addClassName("name");
        String score = standing.score() == null
                ? ""
                : Figures.number(standing.score()) + " 分 · 第 " + standing.rank() + " 名 · ";
        Span end = new Span(score + Figures.rate(standing.summary().rate()));
        end.addClassName("end");
        Div line = new Div(
                LightBadges.of(standing.summary().light(), standing.summary().lightReason())
                        .compact(),
                name,
                end);
        line.addClassNames("guatu-line", "node");
        return line;
    }

    private void page() {
        CardKind kind = CardKind.ofPath(segment("kind")).orElseThrow(() -> Refusal.notFound("没有这种评估卡。"));
        CardPage page = office().cards().page(kind, segment("id"), year(), month());
        title(page.name());
        scope(kind.label() + "评估卡 · 数据截至 " + Figures.day(page.cutOff(), year()) + " · "
                + (page.published() ? "已发布" : "未发布（征求意见）"));
        Button print = new Button("打印", click -> getElement().executeJs("window.print()"));
        verbs(
                new Anchor("scorecards?year=" + year() + "&month=" + month(), "全部评估卡"),
                print,
                Downloads.link("PDF", () -> office().cards().pdf(kind, page.id(), year(), month())));
        List<Component> parts =
                new ArrayList<>(List.of(CardParts.heads(page), CardParts.strip(page), CardParts.lines(page)));
        Div under = new Div();
        under.addClassName("guatu-cards");
        if (page.standing() != null) {
            under.add(CardParts.parts(page.standing()));
        } else if (!page.units().isEmpty()) {
            under.add(CardParts.units(page));
        }
        under.add(CardParts.sentences("为什么红", page.reds(), "没有红灯、督办指标，也没有逾期节点。"), CardParts.matters(page));
        parts.add(under);
        Div sheet = new Div(parts.toArray(Component[]::new));
        sheet.addClassName("guatu-sheet");
        sheet.getStyle().set("display", "grid").set("gap", "12px");
        Span note = new Span("年底预测：按已完成节点的提前、推迟天数抽样，括号内为十次中八次落入的区间；综合完成率中各指标超过100%的部分不计。预测值 "
                + Shown.rate(page.outlook().middle()) + "。");
        note.addClassName("guatu-secondary");
        sheet.add(note);
        body(sheet);
    }
}
