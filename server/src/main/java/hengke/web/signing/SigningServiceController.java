package hengke.web.signing;

import hengke.capability.signing.ServiceCourse;
import hengke.capability.signing.SigningService;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.paper.StrangerLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where certified services ring when something has happened with a paper they lead. */
@RestController
@RequestMapping("/api/public/signing-services/{service}")
final class SigningServiceController {
    private static final Logger LOG = LoggerFactory.getLogger(SigningServiceController.class);
    private static final int MOST_BYTES = 256 << 10;

    private final ServiceCourse course;
    private final StrangerLimit limit;

    SigningServiceController(ServiceCourse course, StrangerLimit limit) {
        this.course = course;
        this.limit = limit;
    }

    /** 503 where the service rings and does not answer: it is to ring again. */
    @PostMapping
    ResponseEntity<Void> rung(@PathVariable("service") String service, HttpServletRequest request) throws IOException {
        limit.admit(request);
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal.TooLarge(Message.of("signing.tooLarge", 1));
        }
        try {
            course.rung(service, new SigningService.Ring(body, request::getHeader));
            return ResponseEntity.noContent().build();
        } catch (Refusal.NotFound | Refusal.Forbidden stranger) {
            limit.gone(request);
            throw stranger;
        } catch (IOException away) {
            LOG.warn("{} rings and does not answer", service, away);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }
}
