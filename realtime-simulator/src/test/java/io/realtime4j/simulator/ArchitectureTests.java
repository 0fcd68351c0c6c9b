package io.realtime4j.simulator;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.realtime4j.simulator.connection.ServedConnection;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the architecture of this module.
 */
class ArchitectureTests {

	private static final String ROOT = "io.realtime4j.simulator";

	private static final String CONNECTION = ROOT + ".connection";

	/**
	 * The packages with types that still know each other in circles.
	 */
	private static final List<String> PACKAGES_WITH_CYCLES = List.of(ROOT, ROOT + ".session", ROOT + ".settings");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void typesHaveNoCycles() {
		SlicesRuleDefinition.slices().assignedFrom(new TopLevelTypes()).should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheServerKnowsHowConnectionsAreServed() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(CONNECTION, ROOT + ".server")
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(ServedConnection.class)
			.check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(CLASSES.stream()
			.map(JavaClass::getPackage)
			.distinct()
			.filter((javaPackage) -> !javaPackage.isAnnotatedWith(NullMarked.class))
			.map(JavaPackage::getName)).isEmpty();
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
