package hengke.kernel.access;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an actor stands now: the roles held at this moment, whatever they were when the request began. Somebody who has
 * been disabled holds none.
 */
record Standing(Actor actor, List<Role> roles) {

    static Standing of(Actor actor, Organisation organisation) {
        return new Standing(actor, organisation.rolesOf(actor.user()));
    }

    Set<TokenScope> scopes() {
        return actor.scopes();
    }

    /** Bound by nothing but what the token is for. */
    boolean everything(TokenScope scope) {
        return actor.system() || scopes().contains(scope) && roles.stream().anyMatch(Role::administrator);
    }

    boolean everything(Verb verb) {
        return everything(TokenScope.of(verb));
    }

    /** The grants of a verb, each with the role that gives it. */
    Stream<Held> grants(ObjectDefinition object, Verb verb) {
        return actor.mayUse(verb)
                ? roles.stream().flatMap(role -> role.grants(object, verb).map(grant -> new Held(role, grant.scope())))
                : Stream.of();
    }

    /** May the command be given, reach and condition apart? */
    boolean allowsCommand(ObjectDefinition object, String command) {
        return everything(TokenScope.WRITE)
                || scopes().contains(TokenScope.WRITE)
                        && roles.stream().anyMatch(role -> role.allowsCommand(object, command));
    }

    /** What lets a command be given, in words. */
    List<Message> commandsFrom(ObjectDefinition object, String command) {
        return everything(TokenScope.WRITE)
                ? List.of(Message.of(actor.system() ? "access.system" : "access.administrator"))
                : roles.stream()
                        .filter(role -> role.allowsCommand(object, command))
                        .map(role -> Message.of("access.commandByRole", role.name()))
                        .toList();
    }

    /** May the verb be done with what one owns oneself? */
    boolean reachesOwn(ObjectDefinition object, Verb verb) {
        return everything(verb)
                || grants(object, verb).anyMatch(held -> switch (held.scope()) {
                    case Scope.Own _,
                            Scope.Subordinates _,
                            Scope.MyDepartment _,
                            Scope.MyDepartmentTree _,
                            Scope.All _ -> true;
                    case Scope.Departments _, Scope.MyRegions _, Scope.Matching _ -> false;
                });
    }

    /** The roles whose rights on fields count: those that let the object be read, or all if it needs no grant. */
    List<Role> readers(ObjectDefinition object) {
        List<Role> granting =
                roles.stream().filter(role -> role.grantsAny(object, Verb.READ)).toList();
        return granting.isEmpty() ? roles : granting;
    }

    /** A scope and the role that reaches so far. */
    record Held(Role role, Scope scope) {}
}
