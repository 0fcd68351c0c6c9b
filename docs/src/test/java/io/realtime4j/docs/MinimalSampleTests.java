package io.realtime4j.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the files of the minimal sample. The starter builds it.
 */
class MinimalSampleTests {

	private static final Pattern VERSION = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)<");

	private static final Pattern PLUGIN = Pattern
		.compile("<artifactId>(maven-[\\w-]+-plugin)</artifactId>\\s+<version>([^<]+)<");

	private static final int LINES = 120;

	private final String pom = Pages.text("minimal-sample/pom.xml");

	private final Map<String, String> versions = VERSION.matcher(Pages.text("pom.xml"))
		.results()
		.collect(Collectors.toMap((version) -> version.group(1), (version) -> version.group(2)));

	@Test
	void versionsAreThoseOfThisBuild() {
		assertThat(this.pom).doesNotContain("<parent>")
			.contains("<realtime4j.version>" + version() + "</realtime4j.version>")
			.contains("<spring-boot.version>" + this.versions.get("spring-boot.version") + "</spring-boot.version>");
		List<MatchResult> plugins = PLUGIN.matcher(this.pom).results().toList();
		assertThat(plugins).isNotEmpty()
			.allSatisfy(
					(plugin) -> assertThat(this.versions).containsEntry(plugin.group(1) + ".version", plugin.group(2)));
	}

	@Test
	void javaAndSettingsAreFewLines() throws IOException {
		try (Stream<Path> files = Files.walk(Pages.ROOT.resolve("minimal-sample/src"))) {
			List<Path> written = files.filter((file) -> file.toString().matches(".*\\.(java|yml)")).toList();
			long lines = 0;
			for (Path file : written) {
				lines += Files.readAllLines(file).size();
			}
			assertThat(written).hasSizeGreaterThan(3);
			assertThat(lines).isLessThanOrEqualTo(LINES);
		}
	}

	@Test
	void settingsAreKnown() {
		Snippet settings = new Snippet("minimal-sample/src/main/resources/application.yml", 1, "yaml", 0,
				Pages.text("minimal-sample/src/main/resources/application.yml"));
		assertThat(new YamlCheck().strayKeys(settings)).isEmpty();
	}

	private static String version() {
		String parent = Pages.text("pom.xml");
		int begin = parent.indexOf("<version>") + "<version>".length();
		return parent.substring(begin, parent.indexOf("</version>", begin));
	}

}
