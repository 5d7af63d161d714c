package cn.guatu.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a screen is told is what differs and nothing else. */
class JsonChangeTest {

    @Test
    void aFigureDeepInsideIsNamedByItsPlace() {
        assertThat(JsonChange.between(
                        "{\"board\":{\"rate\":0.1,\"title\":\"甲\"},\"rows\":[{\"n\":1},{\"n\":2},{\"n\":3}]}",
                        "{\"board\":{\"rate\":0.2,\"title\":\"甲\"},\"rows\":[{\"n\":1},{\"n\":2},{\"n\":9}]}"))
                .isEqualTo("{\"board\":{\"rate\":[0.2]},\"rows\":{\"2\":{\"n\":[9]}}}");
    }

    @Test
    void whatIsNewIsAddedAndWhatLostSomethingIsReplacedWhole() {
        assertThat(JsonChange.between("{\"a\":1}", "{\"a\":1,\"b\":[2]}")).isEqualTo("{\"b\":[[2]]}");
        assertThat(JsonChange.between("{\"pages\":{\"RED\":1,\"MAP\":2}}", "{\"pages\":{\"RED\":1}}"))
                .isEqualTo("{\"pages\":[{\"RED\":1}]}");
        assertThat(JsonChange.between("{\"rows\":[1,2]}", "{\"rows\":[1]}")).isEqualTo("{\"rows\":[[1]]}");
    }

    @Test
    void aBoardThatIsNoLongerThereIsNothingInItsPlace() {
        assertThat(JsonChange.between("{\"board\":{\"rate\":1}}", "{\"board\":null}"))
                .isEqualTo("{\"board\":[null]}");
        assertThat(JsonChange.between("{\"a\":[1]}", "{\"a\":[1]}")).isEqualTo("{}");
    }
}
