package cn.guatu.bulletin;

import cn.guatu.bulletin.document.CardPdf;
import cn.guatu.bulletin.document.Pdf;
import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.notification.NoticePicture;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The scorecard page as the picture of the mail that tells of it. The notice went to whom the page is for; nobody else gets the mail. */
@Component
class CardPicture implements NoticePicture {

    private static final Pattern LINK = Pattern.compile("scorecards/([a-z]+)/([^/?]+)/(\\d{4})/(\\d{1,2})");

    private final CardReading reading;
    private final ScorecardService cards;

    CardPicture(CardReading reading, ScorecardService cards) {
        this.reading = reading;
        this.cards = cards;
    }

    @Override
    public Optional<byte[]> png(String link) {
        Matcher page = LINK.matcher(link);
        if (!page.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(page.group(3));
        int month = Integer.parseInt(page.group(4));
        String id = URLDecoder.decode(page.group(2), StandardCharsets.UTF_8);
        Optional<CardKind> kind = CardKind.ofPath(page.group(1));
        return cards.all(year).stream()
                .filter(subject -> kind.filter(subject.kind()::equals).isPresent()
                        && subject.id().equals(id))
                .findFirst()
                .map(subject ->
                        Pdf.picture(CardPdf.write(reading.month(year, month).page(subject))));
    }
}
