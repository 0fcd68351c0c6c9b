package io.realtime4j.spring.observation;

import java.util.Arrays;
import java.util.stream.Stream;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documentation of the observations, with the names of attributes that Spring AI gives.
 *
 * @since 0.1.0
 */
public enum RealtimeObservationDocumentation implements ObservationDocumentation {

	/**
	 * Observation of a response.
	 */
	RESPONSE(DefaultResponseObservationConvention.class,
			keys(GenAiAttribute.OPERATION_NAME, GenAiAttribute.PROVIDER, GenAiAttribute.REQUEST_MODEL),
			keys(GenAiAttribute.RESPONSE_ID, GenAiAttribute.RESPONSE_FINISH_REASON, GenAiAttribute.CONVERSATION_ID,
					GenAiAttribute.USAGE_INPUT_TOKENS, GenAiAttribute.USAGE_CACHED_INPUT_TOKENS,
					GenAiAttribute.USAGE_OUTPUT_TOKENS, GenAiAttribute.USAGE_TOTAL_TOKENS,
					GenAiAttribute.OUTPUT_MESSAGES)),

	/**
	 * Observation of a call of a tool, within that of its response.
	 */
	TOOL_CALL(DefaultToolCallObservationConvention.class,
			keys(GenAiAttribute.OPERATION_NAME, GenAiAttribute.KIND, GenAiAttribute.TOOL_NAME),
			keys(GenAiAttribute.TOOL_CALL_ID, GenAiAttribute.TOOL_CALL_ARGUMENTS, GenAiAttribute.TOOL_CALL_RESULT)),

	/**
	 * Observation of a handshake.
	 */
	HANDSHAKE(DefaultHandshakeObservationConvention.class,
			Stream.concat(Stream.of(key("server.address")), Arrays.stream(keys(GenAiAttribute.PROVIDER)))
				.toArray(KeyName[]::new),
			new KeyName[] { key("http.response.status_code") });

	/**
	 * Key of the id of the session.
	 */
	public static final String SESSION_ID = "realtime.session.id";

	private final Class<? extends ObservationConvention<? extends Observation.Context>> convention;

	private final KeyName[] low;

	private final KeyName[] high;

	RealtimeObservationDocumentation(Class<? extends ObservationConvention<? extends Observation.Context>> convention,
			KeyName[] low, KeyName[] high) {
		this.convention = convention;
		this.low = low;
		this.high = high;
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return this.convention;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return Stream.concat(Arrays.stream(this.low), Stream.of(key("outcome"))).toArray(KeyName[]::new);
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return (this != HANDSHAKE)
				? Stream.concat(Stream.of(key(SESSION_ID)), Arrays.stream(this.high)).toArray(KeyName[]::new)
				: this.high.clone();
	}

	private static KeyName[] keys(GenAiAttribute... attributes) {
		GenAiNames names = GenAiNames.springAi();
		return Arrays.stream(attributes)
			.map((attribute) -> key(String.valueOf(names.nameOf(attribute))))
			.toArray(KeyName[]::new);
	}

	private static KeyName key(String name) {
		return () -> name;
	}

}
