package cn.guatu.platform.failure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What a program is told when a call fails. */
class ApiFailuresTest {

    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ApiFailures())
            .build();

    @ParameterizedTest
    @CsvSource({
        "refusal, 409, 已经计入",
        "missing, 501, 尚未提供",
        "denied, 403, 没有权限",
        "database, 503, 数据库暂时连接不上",
        "oversize, 413, 过大",
        "bug, 500, 意外错误"
    })
    void everyFailureIsAProblemWithAChineseSentenceAndANumber(String kind, int status, String sentence)
            throws Exception {
        api.perform(get("/fail/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").value(containsString(sentence)))
                .andExpect(jsonPath("$.reference").value(matchesPattern("E-[2-9A-Z]{6}")));
    }

    @Test
    void aParameterThatIsNoDateIsNamed() throws Exception {
        api.perform(get("/date").param("asOf", "soon"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("参数 asOf 的值“soon”不正确,请核对格式。"));
    }

    @Test
    void aMissingParameterIsNamed() throws Exception {
        api.perform(get("/date"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("缺少参数 asOf。"));
    }

    @Test
    void aWrongMethodIsToldInChinese() throws Exception {
        api.perform(post("/date"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.detail").value("该地址不支持这种请求方法。"));
    }

    @RestController
    static class Failing {

        @GetMapping("/fail/{kind}")
        String fail(@PathVariable String kind) {
            throw switch (kind) {
                case "refusal" -> Refusal.conflict("该节点已经计入,不能重复计入。");
                case "missing" -> Refusal.notImplemented("该功能尚未提供。");
                case "denied" -> new AccessDeniedException("no");
                case "database" -> new IllegalStateException(new SQLException("gone", "08S01"));
                case "oversize" -> new MaxUploadSizeExceededException(1);
                default -> new IllegalStateException("a bug");
            };
        }

        @GetMapping("/date")
        String date(@RequestParam LocalDate asOf) {
            return asOf.toString();
        }
    }
}
