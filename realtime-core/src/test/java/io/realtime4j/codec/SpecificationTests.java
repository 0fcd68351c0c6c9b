package io.realtime4j.codec;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the model has everything that the specification describes, and nothing else.
 */
class SpecificationTests {

	/**
	 * Components that no schema names: what the service, or the documents that the
	 * library began with, say besides.
	 */
	private static final Map<String, String> ADDITIONAL = Map.ofEntries(
			Map.entry("BetaTranscriptionSession.id", "sent by servers, as for every session"),
			Map.entry("BetaTranscriptionSession.object", "sent by servers, as for every session"),
			Map.entry("BetaTranscriptionSession.expiresAt", "sent by servers, as for every session"),
			Map.entry("FunctionTool.strict", "taken by servers as in the other interfaces of the service"),
			Map.entry("InputAudioBufferDtmfEventReceived.eventId",
					"every message has one, here null unless a server says it"),
			Map.entry("LiveSettings.safetyIdentifier", "taken by the service of late"),
			Map.entry("Response.maxResponseOutputTokens", "an older beta name, as in the settings of a response"));

	@ParameterizedTest
	@MethodSource("specifications")
	void everyEventHasRecord(Specification specification) {
		for (EntryPoint entry : EntryPoint.values()) {
			Set<String> types = specification.all()
				.filter((event) -> event.entry() == entry)
				.map(Specification.Event::type)
				.collect(Collectors.toSet());
			assertThat(entry.types().keySet()).as(entry.name()).containsAll(types);
		}
	}

	@ParameterizedTest
	@MethodSource("specifications")
	void everyPropertyHasTypedComponent(Specification specification) {
		assertThat(SpecificationWalk.through(specification).missing()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("specifications")
	void everyEnumeratedValueHasConstant(Specification specification) {
		assertThat(SpecificationWalk.through(specification).missingConstants()).isEmpty();
	}

	@Test
	void noRecordIsAdditional() {
		for (EntryPoint entry : EntryPoint.values()) {
			Set<String> types = Specification.load()
				.all()
				.filter((event) -> event.entry() == entry)
				.map(Specification.Event::type)
				.collect(Collectors.toSet());
			assertThat(types).as(entry.name()).containsAll(entry.types().keySet());
		}
	}

	@Test
	void noOtherComponentIsAdditional() {
		assertThat(SpecificationWalk.through(Specification.load()).additionalComponents())
			.isEqualTo(ADDITIONAL.keySet());
	}

	@Test
	void noConstantIsAdditional() {
		// The model of translations is any text there, and this one in all examples; the
		// newer model and voices of live sessions are in their guide
		assertThat(SpecificationWalk.through(Specification.load()).additionalConstants())
			.containsExactlyInAnyOrderElementsOf(Stream
				.concat(Stream.of("TranslationModel gpt-realtime-translate", "LiveModel gpt-live-1.1"),
						Stream.of("nuri", "juni", "flitz", "brise", "sillage", "nira", "harema", "noeul")
							.map((voice) -> "BuiltInVoice " + voice))
				.toList());
	}

	private static Stream<Named<Specification>> specifications() {
		return Stream.of(Named.of("the merged one", Specification.load()), Named.of("OpenAPI", OpenApi.load()));
	}

}
