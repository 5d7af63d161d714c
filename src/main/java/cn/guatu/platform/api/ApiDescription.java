package cn.guatu.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; the rest is read off the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("挂图作战 HTTP 接口")
                        .version("v1")
                        .description("数量和比率为 JSON 数字，比率为小数（0.80575 即 80.575 %），没有的数为 null；"
                                + "错误为 application/problem+json，detail 为中文说明。"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("由系统管理员签发的令牌")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
