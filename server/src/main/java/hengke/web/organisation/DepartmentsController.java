package hengke.web.organisation;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.Departments;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The tree of departments: for everybody to see, for administrators to change. */
@RestController
@RequestMapping("/api/departments")
final class DepartmentsController {
    private final LiveOrganisation organisation;
    private final Departments departments;

    DepartmentsController(LiveOrganisation organisation, Departments departments) {
        this.organisation = organisation;
        this.departments = departments;
    }

    record Shown(
            long id,
            String name,
            @Nullable Long parent,
            @Nullable Labelled head,
            int members,
            long version) {
        static Shown of(Organisation now, Department department) {
            return new Shown(
                    department.id(),
                    department.name(),
                    department.parent(),
                    Labelled.personOrNull(now, department.head()),
                    now.activeMembers(Set.of(department.id())).size(),
                    department.version());
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Actor actor) {
        Organisation now = organisation.get();
        return Map.of(
                "items",
                now.departments().stream()
                        .map(department -> Shown.of(now, department))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(Actor actor, @RequestBody ObjectNode json) {
        Body body = new Body(json);
        String name = body.required("name", Kinds.NAME).orElse("");
        Long parent = body.optional("parent", Kinds.DEPARTMENT).orElse(null);
        Long head = body.optional("head", Kinds.PERSON).orElse(null);
        body.done();
        return shown(departments.add(actor, new Department(0, name, parent, head, 0)));
    }

    @PatchMapping("/{id}")
    Shown change(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        Department present = organisation.get().department(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(json);
        Department wanted = new Department(
                id,
                body.kept("name", Kinds.NAME, present.name()),
                body.changed("parent", Kinds.DEPARTMENT, present.parent()),
                body.changed("head", Kinds.PERSON, present.head()),
                body.kept("version", Kinds.ID, present.version()));
        body.done();
        departments.change(actor, wanted);
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        departments.remove(actor, id);
    }

    private Shown shown(long id) {
        Organisation now = organisation.get();
        return Shown.of(now, now.department(id).orElseThrow(Refusal.NotFound::new));
    }
}
