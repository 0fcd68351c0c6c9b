package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.spring.boot.autoconfigure.bridge.BridgeProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metadata that editors read.
 */
class ConfigurationMetadataTests {

	@ParameterizedTest
	@MethodSource("properties")
	void propertyIsDescribed(String name, JsonNode property) {
		String description = property.path("description").asString("");
		assertThat(description).isNotEmpty().endsWith(".").doesNotContain("<", "{@", "\n");
		assertThat(description).doesNotStartWith("The ").doesNotStartWith("A ").doesNotStartWith("An ");
		if (property.path("type").asString().equals("java.lang.Boolean")) {
			assertThat(description).startsWith("Whether ");
		}
		if (property.path("type").asString().startsWith("java.util.List")) {
			assertThat(description).startsWith("Comma-separated list of ");
		}
	}

	@Test
	void modelAndVoiceHaveHints() throws IOException {
		List<String> names = metadata().path("hints")
			.valueStream()
			.map((hint) -> hint.path("name").asString())
			.toList();
		assertThat(names).contains("realtime.session.model", "realtime.session.audio.output.voice")
			.isSorted()
			.doesNotHaveDuplicates();
	}

	@Test
	void hintsAreOfPropertiesThatExist() throws IOException {
		List<String> properties = metadata().path("properties")
			.valueStream()
			.map((property) -> property.path("name").asString())
			.toList();
		assertThat(metadata().path("hints").valueStream().map((hint) -> hint.path("name").asString()))
			.allMatch(properties::contains);
	}

	@Test
	void modelHasDefault() throws IOException {
		assertThat(metadata().path("properties")
			.valueStream()
			.filter((property) -> property.path("name").asString().equals("realtime.session.model"))).singleElement()
			.satisfies((property) -> assertThat(property.path("defaultValue").asString()).isEqualTo("gpt-realtime"));
	}

	@Test
	void defaultsOfPagesAreTold() throws IOException {
		BridgeProperties bridge = new BridgeProperties();
		assertThat(defaultOf("realtime.bridge.history.max-items"))
			.isEqualTo(Integer.toString(bridge.getHistory().getMaxItems()));
		assertThat(DataSize.parse(defaultOf("realtime.bridge.history.max-size")))
			.isEqualTo(bridge.getHistory().getMaxSize());
		assertThat(DurationStyle.detectAndParse(defaultOf("realtime.bridge.keep-alive.interval")))
			.isEqualTo(bridge.getKeepAlive().getInterval());
		assertThat(DurationStyle.detectAndParse(defaultOf("realtime.bridge.keep-alive.timeout")))
			.isEqualTo(bridge.getKeepAlive().getTimeout());
	}

	private static String defaultOf(String name) throws IOException {
		return metadata().path("properties")
			.valueStream()
			.filter((property) -> property.path("name").asString().equals(name))
			.map((property) -> property.path("defaultValue").asString())
			.findFirst()
			.orElseThrow();
	}

	@Test
	void autoConfigurationsAreListed() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()).getCandidates())
			.filteredOn((name) -> name.startsWith("io.realtime4j."))
			.contains(RealtimeAutoConfiguration.class.getName(), RealtimeEventAutoConfiguration.class.getName())
			.isSorted()
			.doesNotHaveDuplicates();
	}

	static Stream<Object[]> properties() throws IOException {
		return metadata().path("properties")
			.valueStream()
			.map((property) -> new Object[] { property.path("name").asString(), property });
	}

	private static JsonNode metadata() throws IOException {
		try (InputStream metadata = RealtimeProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.builder().build().readTree(metadata);
		}
	}

}
