package hengke.kernel.outbound;

import java.net.InetAddress;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where requests may go, as whoever runs the product says. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {
    @Bean
    Outbound outbound(@Value("${hengke.outbound.networks:}") String networks) {
        return new Outbound(new Destinations(Network.list(networks), InetAddress::getAllByName), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
    }
}
