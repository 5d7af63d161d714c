package cn.guatu.platform.api;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server keeps for each open connection. A television holds its line for weeks and says 200 bytes a minute on it; the usual
 * buffers, of 8192 bytes or signs each, would weigh 122 kB of heap a line.
 */
@Component
class ConnectionBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int READ = 2048;
    private static final int WRITE = 4096;
    private static final int TRAILER = 256;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(Small.class.getName());
    }

    /** HTTP as usual, with less room for each connection; larger answers go out in more pieces. */
    public static final class Small extends Http11NioProtocol {

        /** Made by the server, by name. */
        public Small() {
            getEndpoint().getSocketProperties().setAppReadBufSize(READ);
            getEndpoint().getSocketProperties().setAppWriteBufSize(WRITE);
            // room that is made for what nobody sends
            setMaxTrailerSize(TRAILER);
        }

        @Override
        public int getDesiredBufferSize() {
            return WRITE;
        }
    }
}
