package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Role;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Roles;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Roles as administrators see and change them. */
@RestController
@RequestMapping("/api/roles")
final class RolesController {
    private static final Role EMPTY = new Role(0, "", false, List.of(), List.of(), Set.of(), 0);

    private final LiveOrganisation organisation;
    private final Roles roles;
    private final RoleReader reader;
    private final RolePreview preview;
    private final Access access;

    RolesController(LiveOrganisation organisation, Roles roles, RoleReader reader, RolePreview preview, Access access) {
        this.organisation = organisation;
        this.roles = roles;
        this.reader = reader;
        this.preview = preview;
        this.access = access;
    }

    @GetMapping
    Map<String, List<RoleJson>> list(Actor actor) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        return Map.of(
                "items",
                now.roles().stream().map(role -> RoleJson.of(now, role)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleJson add(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        return shown(roles.add(actor, read(actor, json, EMPTY)));
    }

    @PatchMapping("/{id}")
    RoleJson change(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Role present = organisation.get().role(id).orElseThrow(Refusal.NotFound::new);
        roles.change(actor, read(actor, json, present));
        return shown(id);
    }

    /** What saving the same body would open and close. */
    @PostMapping("/{id}/preview")
    RolePreview.Shown preview(Actor actor, Language language, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Role present = organisation.get().role(id).orElseThrow(Refusal.NotFound::new);
        return preview.of(read(actor, json, present), language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        roles.remove(actor, id);
    }

    private Role read(Actor actor, ObjectNode json, Role present) {
        Body body = new Body(json);
        Role role = reader.read(actor, body, present);
        body.done();
        return role;
    }

    private RoleJson shown(long id) {
        Organisation now = organisation.get();
        return RoleJson.of(now, now.role(id).orElseThrow(Refusal.NotFound::new));
    }
}
