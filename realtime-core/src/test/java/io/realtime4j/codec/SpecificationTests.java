package io.realtime4j.codec;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the model has everything that the specification describes, and nothing else.
 */
class SpecificationTests {

	/**
	 * Components that no schema names: what the service, or the documents that the
	 * library began with, say besides.
	 */
	private static final Map<String, String> ADDITIONAL = Map.of("BetaTranscriptionSession.id",
			"sent by servers, as for every session", "BetaTranscriptionSession.object",
			"sent by servers, as for every session", "BetaTranscriptionSession.expiresAt",
			"sent by servers, as for every session", "FunctionTool.strict",
			"taken by servers as in the other interfaces of the service", "InputAudioBufferDtmfEventReceived.eventId",
			"every message has one, here null unless a server says it", "Response.maxResponseOutputTokens",
			"an older beta name, as in the settings of a response");

	private static Specification specification;

	private static SpecificationWalk walk;

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		specification = Specification.load();
		walk = new SpecificationWalk(specification);
		specification.all().filter((event) -> event.record() != null).forEach(walk::event);
	}

	@Test
	void everyEventHasRecord() {
		assertThat(types("client")).isEqualTo(EventTypes.CLIENT.keySet());
		assertThat(types("server")).isEqualTo(EventTypes.SERVER.keySet());
	}

	@Test
	void everyPropertyHasTypedComponent() {
		assertThat(walk.missing()).isEmpty();
	}

	@Test
	void everyEnumeratedValueHasConstant() {
		assertThat(walk.missingConstants()).isEmpty();
	}

	@Test
	void noOtherComponentIsAdditional() {
		assertThat(walk.additionalComponents()).isEqualTo(ADDITIONAL.keySet());
	}

	@Test
	void noConstantIsAdditional() {
		assertThat(walk.additionalConstants()).isEmpty();
	}

	private static Set<String> types(String direction) {
		return specification.all()
			.filter((event) -> event.direction().equals(direction))
			.map(Specification.Event::type)
			.collect(Collectors.toSet());
	}

}
