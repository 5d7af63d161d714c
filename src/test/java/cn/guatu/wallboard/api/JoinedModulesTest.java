package cn.guatu.wallboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** ES modules joined into one keep their order, their names and their secrets. */
class JoinedModulesTest {

    @Test
    void eachModuleIsThereOnceBeforeThoseThatImportIt() {
        String joined = JoinedModules.of(
                Map.of(
                        "a/first.js", "import './second.js';\nimport { three as drei } from '../third.js';\nrun(drei);",
                        "a/second.js", "import { three } from '../third.js';\nexport default three + 1;",
                        "third.js", "const secret = 3;\nexport const three = secret;"),
                "a/first.js");

        assertThat(joined)
                .containsSubsequence(
                        "const $third_js = (() => {",
                        "const three = secret;",
                        "return { three };",
                        "const $a_second_js = (() => {",
                        "const { three } = $third_js;",
                        "const usual$ = three + 1;",
                        "return { usual$ };",
                        "const $a_first_js = (() => {",
                        "const { three: drei } = $third_js;",
                        "run(drei);")
                .containsOnlyOnce("secret = 3")
                .doesNotContain("import ", "export ");
    }

    @Test
    void whatALibraryExportsAtTheEndOfItsOnlyLineIsGivenUnderItsNames() {
        String joined = JoinedModules.of(Map.of("lib.js", "const e=1,t=2;export{e as one,t as two};"), "lib.js");

        assertThat(joined).contains("const e=1,t=2;").contains("return { one: e, two: t };");
    }

    @Test
    void aCircleAMissingModuleAndAnUnknownFormAreRefused() {
        assertThatThrownBy(
                        () -> JoinedModules.of(Map.of("a.js", "import './b.js';", "b.js", "import './a.js';"), "a.js"))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> JoinedModules.of(Map.of("a.js", "import './b.js';"), "a.js"))
                .hasMessageContaining("no module b.js");
        assertThatThrownBy(() -> JoinedModules.of(Map.of("a.js", "export * from './b.js';"), "a.js"))
                .hasMessageContaining("cannot be joined");
    }
}
