package hengke;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product: starts the web application with everything below this package. */
@SpringBootApplication
public class Hengke {
    public static void main(String[] arguments) {
        SpringApplication.run(Hengke.class, arguments);
    }
}
