package cn.guatu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 挂图作战: starts the whole product. */
@SpringBootApplication
public class GuatuApplication {

    /**
     * Starts the server.
     *
     * @param args Spring's command line, e.g. {@code --guatu.demo=true}
     */
    public static void main(String[] args) {
        SpringApplication.run(GuatuApplication.class, args);
    }
}
