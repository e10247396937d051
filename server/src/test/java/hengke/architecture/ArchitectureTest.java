package hengke.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import hengke.Hengke;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The map of the house, held by tests: imports point one way, and the kernel knows no customer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("hengke");
    private static final List<String> CRM_WORDS =
            List.of("Customer", "Opportunit", "Quotation", "Invoice", "客户", "商机", "线索", "发票", "回款");
    /** Parts of the house that hold objects of the business; a new one is one of them unless it is named here. */
    private static final List<String> BUSINESS = CODE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("hengke."))
            .map(name -> name.split("\\.")[1])
            .filter(name ->
                    !Set.of("kernel", "capability", "administration", "web").contains(name))
            .distinct()
            .toList();

    @Test
    void modules_use_only_what_others_offer_and_what_they_say_they_use() {
        ApplicationModules modules = ApplicationModules.of(Hengke.class);
        assertThat(modules.stream()).hasSizeGreaterThan(20);
        modules.verify();
    }

    @Test
    void the_kernel_imports_nothing_from_above() {
        noClasses()
                .that()
                .resideInAPackage("hengke.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(business("hengke.capability..", "hengke.web.."))
                .check(CODE);
    }

    @Test
    void capabilities_import_the_kernel_only() {
        noClasses()
                .that()
                .resideInAPackage("hengke.capability..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(business("hengke.web.."))
                .check(CODE);
    }

    @Test
    void business_packages_do_not_know_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage(business())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("hengke.web..")
                .check(CODE);
    }

    @Test
    void the_web_knows_no_business_object_but_in_a_package_called_like_its_own() {
        noClasses()
                .that()
                .resideInAPackage("hengke.web..")
                .and()
                .resideOutsideOfPackages(BUSINESS.stream()
                        .map(name -> "hengke.web." + name + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(business())
                .check(CODE);
    }

    private static String[] business(String... andAlso) {
        return Stream.concat(BUSINESS.stream().map(name -> "hengke." + name + ".."), Stream.of(andAlso))
                .toArray(String[]::new);
    }

    @Test
    void metadata_query_and_access_are_plain_java() {
        noClasses()
                .that()
                .resideInAnyPackage("hengke.kernel.metadata..", "hengke.kernel.query..", "hengke.kernel.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.context..",
                        "org.springframework.stereotype..",
                        "org.springframework.web..")
                .check(CODE);
    }

    @Test
    void kernel_packages_form_no_circle() {
        slices().matching("hengke.kernel.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void the_kernel_says_no_crm_word() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/hengke/kernel"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(ArchitectureTest::saysCrmWord)
                            .map(Path::toString))
                    .isEmpty();
        }
    }

    private static boolean saysCrmWord(Path file) {
        try {
            String code = Files.readString(file);
            return CRM_WORDS.stream().anyMatch(code::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
