package hengke.capability.signing;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.signing.Mark;
import hengke.kernel.signing.Seals;
import hengke.kernel.sms.MobileNumber;
import hengke.kernel.sms.Texter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who signs, as it was planned: everything that is wrong with any of them is said at once. */
@Component
class PlannedParties {
    private static final int MOST = 10;

    private final Seals seals;
    private final LiveOrganisation organisation;
    private final Mailer mailer;
    private final Texter texter;

    PlannedParties(Seals seals, LiveOrganisation organisation, Mailer mailer, Texter texter) {
        this.seals = seals;
        this.organisation = organisation;
        this.mailer = mailer;
        this.texter = texter;
    }

    /** @param elsewhere do they sign at a service, where nobody has a seal of ours? */
    List<Party> of(Plan plan, boolean elsewhere) {
        List<FieldError> errors = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        for (int at = 0; at < plan.signers().size(); at++) {
            Plan.Signer signer = plan.signers().get(at);
            String here = "signers[" + at + "].";
            if (signer.person() == null) {
                parties.add(theirs(at, signer, elsewhere, here, errors));
            } else {
                parties.add(elsewhere ? oursElsewhere(at, signer, here, errors) : ours(at, signer, here, errors));
            }
        }
        if (parties.isEmpty() || parties.size() > MOST) {
            errors.add(FieldError.of("signers", Message.of("signing.howMany", MOST)));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return parties;
    }

    private Party theirs(int at, Plan.Signer signer, boolean elsewhere, String here, List<FieldError> errors) {
        if (signer.name() == null) {
            errors.add(FieldError.of(here + "name", Message.of("web.required")));
        }
        if (signer.codeBy().texted()) {
            texted(signer, elsewhere, here, errors);
        } else if (signer.email() == null) {
            errors.add(FieldError.of(here + "email", Message.of("web.required")));
        } else if (!mailer.ready()) {
            errors.add(FieldError.of(here + "email", Message.of("mail.noAccount")));
        }
        return party(at, signer, Objects.requireNonNullElse(signer.name(), ""), signer.email(), null, signer.mark());
    }

    private void texted(Plan.Signer signer, boolean elsewhere, String here, List<FieldError> errors) {
        if (elsewhere) {
            errors.add(FieldError.of(here + "codeBy", Message.of("signing.codeByService")));
        } else if (!texter.ready()) {
            errors.add(FieldError.of(here + "codeBy", Message.of("sms.noAccount")));
        }
        if (signer.phone() == null) {
            errors.add(FieldError.of(here + "phone", Message.of("web.required")));
        } else if (!MobileNumber.is(signer.phone())) {
            errors.add(FieldError.of(here + "phone", Message.of("sms.notMobile")));
        }
    }

    private Optional<Person> colleague(Plan.Signer signer, String here, List<FieldError> errors) {
        Optional<Person> person = organisation
                .get()
                .person(Objects.requireNonNull(signer.person()))
                .filter(Person::active);
        if (person.isEmpty()) {
            errors.add(FieldError.of(here + "person", Message.of("web.required")));
        }
        return person;
    }

    /** A service knows people by their address. */
    private Party oursElsewhere(int at, Plan.Signer signer, String here, List<FieldError> errors) {
        Person person = colleague(signer, here, errors).orElse(null);
        if (person != null && person.email() == null) {
            errors.add(FieldError.of(here + "person", Message.of("signing.noAddress", person.name())));
        }
        return party(
                at,
                signer,
                person == null ? "" : person.name(),
                person == null ? null : person.email(),
                null,
                signer.mark());
    }

    private Party ours(int at, Plan.Signer signer, String here, List<FieldError> errors) {
        Person person = colleague(signer, here, errors).orElse(null);
        Seals.Seal seal = signer.seal() == null
                ? null
                : seals.find(signer.seal()).filter(Seals.Seal::active).orElse(null);
        if (seal == null) {
            errors.add(FieldError.of(here + "seal", Message.of("signing.noSeal")));
        } else if (person != null && !seal.holders().contains(person.id())) {
            errors.add(FieldError.of(here + "seal", Message.of("signing.noHolder", person.name(), seal.name())));
        }
        Mark mark = seal == null
                ? signer.mark()
                : Mark.of(signer.mark().page(), signer.mark().x(), signer.mark().y(), seal.millimetres(), seal.high());
        return party(at, signer, person == null ? "" : person.name(), signer.email(), signer.seal(), mark);
    }

    private static Party party(
            int at, Plan.Signer signer, String name, @Nullable String email, @Nullable Long seal, Mark mark) {
        return new Party(
                0,
                at + 1,
                name,
                email,
                signer.phone(),
                signer.codeBy(),
                signer.person(),
                seal,
                signer.edge() && seal != null,
                mark,
                Party.State.WAITING,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
