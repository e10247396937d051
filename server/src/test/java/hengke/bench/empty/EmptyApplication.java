package hengke.bench.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A web application with the product's starters and nothing in it. */
@SpringBootApplication
public class EmptyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EmptyApplication.class, arguments);
    }
}
