package cn.guatu.scheduling.ui;

import cn.guatu.scheduling.Stage;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stage while it is being edited. */
final class StageRow {

    final int position;
    String name;
    int promised;

    @Nullable
    Integer statutory;

    @Nullable
    BigDecimal weight;

    @Nullable
    String recognises;

    @Nullable
    String evidence;

    Set<Integer> after;

    StageRow(Stage stage) {
        this.position = stage.position();
        this.name = stage.name();
        this.promised = stage.promised();
        this.statutory = stage.statutory();
        this.weight = stage.weight();
        this.recognises = stage.recognises();
        this.evidence = stage.evidence();
        this.after = stage.after();
    }

    Stage stage() {
        return new Stage(position, name, promised, statutory, weight, recognises, evidence, after);
    }
}
