package io.realtime4j.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of the documentation that is not Java.
 */
class OtherSnippetTests {

	private static final Set<String> LANGUAGES = Set.of("java", "yaml", "xml", "html", "js", "shell", "json", "text",
			"mermaid", "properties", "css");

	private static final Path FILES = Pages.ROOT
		.resolve("realtime-spring-boot-autoconfigure/src/main/resources/io/realtime4j/spring/bridge/client");

	private static final Pattern FILE = Pattern.compile("/realtime/([\\w-]+\\.js)");

	private static final Pattern IMPORT = Pattern.compile("import \\{ (\\w+) } from '/realtime/([\\w-]+\\.js)'");

	private static final Pattern STYLE = Pattern.compile("--realtime-[a-z-]+");

	private static final YamlCheck YAML = new YamlCheck();

	@Test
	void everyBlockNamesLanguage() {
		assertThat(Pages.snippets()).allSatisfy((snippet) -> assertThat(snippet.language()).isIn(LANGUAGES));
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void yamlSetsPropertiesThatExist(Snippet snippet) {
		if (!snippet.code().startsWith("services:")) {
			assertThat(YAML.strayKeys(snippet)).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("xml")
	void xmlNamesArtifactsOfThisVersion(Snippet snippet) throws Exception {
		String xml = snippet.code().startsWith("<?xml") ? snippet.code()
				: "<fragment>" + snippet.code() + "</fragment>";
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(xml)));
		String parent = Pages.text("pom.xml");
		for (String tag : List.of("dependency", "parent")) {
			NodeList elements = document.getElementsByTagName(tag);
			for (int i = 0; i < elements.getLength(); i++) {
				checkArtifact((Element) elements.item(i), parent);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void pagesUseFilesThatAreServed(Snippet snippet) {
		assertThat(FILE.matcher(snippet.code()).results().map((file) -> file.group(1)))
			.allSatisfy((file) -> assertThat(FILES.resolve(file)).exists());
		for (MatchResult imported : IMPORT.matcher(snippet.code()).results().toList()) {
			assertThat(FILES.resolve(imported.group(2))).content().contains("export class " + imported.group(1));
		}
	}

	@Test
	void guideNamesTheCustomPropertiesOfTheElement() throws IOException {
		assertThat(styles(Pages.ROOT.resolve("docs/page.md")))
			.containsExactlyInAnyOrderElementsOf(styles(FILES.resolve("voice-style.js")));
	}

	private static Set<String> styles(Path file) throws IOException {
		return STYLE.matcher(Files.readString(file)).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void scriptsParse(Snippet snippet) throws Exception {
		Path script = Files.createTempFile(Path.of("."), "snippet", ".mjs");
		Files.writeString(script, snippet.code());
		try {
			Process node = new ProcessBuilder("node", "--check", script.toString()).redirectErrorStream(true).start();
			String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(node.exitValue()).as(output).isZero();
		}
		catch (IOException ex) {
			Assumptions.abort("Node is not installed: " + ex.getMessage());
		}
		finally {
			Files.delete(script);
		}
	}

	@ParameterizedTest(allowZeroInvocations = true)
	@MethodSource("json")
	void jsonParses(Snippet snippet) {
		assertThat(JsonMapper.shared().readTree(snippet.code()).isObject()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("shell")
	void commandsNameWhatExists(Snippet snippet) throws IOException {
		assertThat(ShellCheck.missing(snippet.code())).isEmpty();
	}

	static Stream<Snippet> yaml() {
		return snippets("yaml");
	}

	static Stream<Snippet> xml() {
		return snippets("xml");
	}

	static Stream<Snippet> pages() {
		return Pages.snippets().stream().filter((snippet) -> snippet.is("html") || snippet.is("js"));
	}

	static Stream<Snippet> scripts() {
		return snippets("js");
	}

	static Stream<Snippet> json() {
		return snippets("json");
	}

	static Stream<Snippet> shell() {
		return snippets("shell");
	}

	private static Stream<Snippet> snippets(String language) {
		return Pages.snippets().stream().filter((snippet) -> snippet.is(language));
	}

	private static void checkArtifact(Element artifact, String parent) {
		String version = text(artifact, "version");
		if (text(artifact, "groupId").equals("io.realtime4j")) {
			assertThat(Pages.ROOT.resolve(text(artifact, "artifactId"))).isDirectory();
			assertThat(parent).contains("<version>" + (version.isEmpty() ? "" : version + "</version>"));
		}
		if (text(artifact, "artifactId").equals("spring-boot-starter-parent")) {
			assertThat(parent).contains("<spring-boot.version>" + version + "</spring-boot.version>");
		}
	}

	private static String text(Element element, String name) {
		NodeList found = element.getElementsByTagName(name);
		return (found.getLength() > 0) ? found.item(0).getTextContent() : "";
	}

}
