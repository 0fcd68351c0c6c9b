package io.realtime4j;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.TrimmedConversation;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the architecture of this module: floors, of which each one knows only those
 * below it.
 */
class ArchitectureTests {

	private static final String ROOT = "io.realtime4j";

	private static final List<String> FLOORS_FROM_BELOW = List.of("support", "audio", "model", "event", "codec",
			"provider", "transport", "conversation", "speech", "session", "playback", "guardrail", "usage", "store",
			"tool", "transcription", "webhook");

	/**
	 * The protocol families beside the first one. Each is a package that has floors of
	 * its own, which stand on those of the same name.
	 */
	private static final List<String> FAMILIES = List.of("translation", "live");

	/**
	 * The packages with types that still know each other in circles.
	 */
	private static final List<String> PACKAGES_WITH_CYCLES = List.of(ROOT + ".session.realtime");

	private static final String ENGINE = ROOT + ".session.engine..";

	private static final String FIRST_FAMILY = ROOT + ".session.realtime..";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@ParameterizedTest
	@MethodSource("floors")
	void floorKnowsOnlyFloorsBelow(String floor) {
		List<String> above = FLOORS_FROM_BELOW.subList(FLOORS_FROM_BELOW.indexOf(floor) + 1, FLOORS_FROM_BELOW.size());
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(packagesOf(floor))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packagesOf(above))
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@ParameterizedTest
	@MethodSource("families")
	void nothingOutsideOfFamilyKnowsIt(String family) {
		String packages = "%s.%s..".formatted(ROOT, family);
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(packages)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(packages)
			.check(CLASSES);
	}

	@Test
	void sessionKnowsNothingOfHowSessionsWork() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".session")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".session.*..")
			.check(CLASSES);
	}

	@Test
	void engineKnowsNoFamily() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ENGINE)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(familyPackages())
			.check(CLASSES);
	}

	@Test
	void onlyFamiliesAndWhatTakesPartInSessionsStandOnTheEngine() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(familyPackages())
			.and()
			.resideOutsideOfPackages(ENGINE, ROOT + ".playback..", ROOT + ".guardrail..", ROOT + ".usage..",
					ROOT + ".store..", ROOT + ".tool..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ENGINE)
			.check(CLASSES);
	}

	@Test
	void nothingKnowsTheInternalsOfTheFirstFamily() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(FIRST_FAMILY)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(FIRST_FAMILY)
			.check(CLASSES);
	}

	@Test
	void everyClassLivesOnAFloor() {
		ArchRuleDefinition.classes()
			.should()
			.resideInAnyPackage(packagesOf(FLOORS_FROM_BELOW))
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices()
			.matching(ROOT + ".(**)")
			.should()
			.beFreeOfCycles()
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	// Each of these pairs names each other in what applications call
	@Test
	void typesHaveNoCycles() {
		SlicesRuleDefinition.slices()
			.assignedFrom(new TopLevelTypes())
			.should()
			.beFreeOfCycles()
			.ignoreDependency(TrimmedConversation.class, Conversation.class)
			.ignoreDependency(JavaClass.Predicates.equivalentTo(AudioSource.class),
					JavaClass.Predicates.assignableTo(AudioSource.class))
			.check(CLASSES);
	}

	@Test
	void coreKnowsNoSpringAndDoesNotLog() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.apache.commons.logging..", "org.slf4j..",
					"java.util.logging..")
			.orShould()
			.dependOnClassesThat()
			.belongToAnyOf(System.Logger.class)
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void onlyTheTransportOnNettyKnowsNetty() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".transport.netty..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.netty..", ROOT + ".transport.netty..")
			.check(CLASSES);
	}

	@Test
	void packagesHaveAtMost45Files() {
		assertThat(filesByPackage()).allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(45));
	}

	@Test
	void everyPackageIsNullMarked() {
		List<String> unmarked = CLASSES.stream()
			.filter(DescribedPredicate.not(JavaClass.Predicates.simpleName("package-info")))
			.map(JavaClass::getPackage)
			.distinct()
			.filter((javaPackage) -> !javaPackage.isAnnotatedWith(NullMarked.class))
			.map(JavaPackage::getName)
			.toList();
		assertThat(unmarked).isEmpty();
	}

	// Of the packages of events there are two, with one file for each event
	private static Map<String, Long> filesByPackage() {
		return CLASSES.stream()
			.filter(JavaClass::isTopLevelClass)
			.map(JavaClass::getPackageName)
			.filter((name) -> !name.startsWith(ROOT + ".event."))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	private static List<String> floors() {
		return FLOORS_FROM_BELOW.subList(0, FLOORS_FROM_BELOW.size() - 1);
	}

	private static List<String> families() {
		return FAMILIES;
	}

	private static String[] familyPackages() {
		return Stream
			.concat(Stream.of(FIRST_FAMILY), FAMILIES.stream().map((family) -> "%s.%s..".formatted(ROOT, family)))
			.toArray(String[]::new);
	}

	private static String[] packagesOf(List<String> floors) {
		return floors.stream().flatMap((floor) -> Stream.of(packagesOf(floor))).toArray(String[]::new);
	}

	private static String[] packagesOf(String floor) {
		return Stream.concat(Stream.of(floor), FAMILIES.stream().map((family) -> family + "." + floor))
			.map((name) -> "%s.%s..".formatted(ROOT, name))
			.toArray(String[]::new);
	}

	/**
	 * Takes each type, with the types inside of it, for a slice.
	 */
	private record TopLevelTypes() implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return PACKAGES_WITH_CYCLES.contains(type.getPackageName()) ? SliceIdentifier.ignore()
					: SliceIdentifier.of(type.getName().split("\\$")[0]);
		}

		@Override
		public String getDescription() {
			return "the types of all packages except " + PACKAGES_WITH_CYCLES;
		}

	}

}
