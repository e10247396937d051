package hengke.web.session;

import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Origin;
import hengke.kernel.identity.ViewAs;
import hengke.kernel.metadata.type.IdType;
import hengke.web.Body;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Looking at the product as somebody else sees it. */
@RestController
@RequestMapping("/api/session/view-as")
final class ViewAsController {
    private final ViewAs viewAs;

    ViewAsController(ViewAs viewAs) {
        this.viewAs = viewAs;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(Identified.BySession session, Origin origin, @RequestBody ObjectNode json) {
        Body body = new Body(json);
        long person = body.required("user", new IdType(new IdType.User())).orElse(0L);
        body.done();
        viewAs.begin(session, person, origin);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Identified.BySession session, Origin origin) {
        viewAs.end(session, origin);
    }
}
