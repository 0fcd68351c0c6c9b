package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AzureSemanticVad;
import io.realtime4j.model.session.Eagerness;
import io.realtime4j.model.session.SemanticVad;
import io.realtime4j.model.session.ServerVad;
import io.realtime4j.spring.boot.autoconfigure.session.TurnDetectionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Maps {@link TurnDetectionProperties} to the settings of a session.
 */
final class TurnDetectionMapper {

	private static final String PREFIX = "realtime.session.audio.input.turn-detection.";

	private static final Duration MIN_IDLE = Duration.ofSeconds(5);

	private static final Duration MAX_IDLE = Duration.ofSeconds(30);

	private TurnDetectionMapper() {
	}

	static void map(TurnDetectionProperties properties, AudioInput.Builder input) {
		TurnDetectionProperties.Type type = properties.getType();
		if (type == TurnDetectionProperties.Type.SERVER_VAD) {
			input.turnDetection(serverVad(properties));
		}
		else if (type == TurnDetectionProperties.Type.SEMANTIC_VAD) {
			input.turnDetection(semanticVad(properties));
		}
		else if (type != null && type != TurnDetectionProperties.Type.NONE) {
			input.turnDetection(azureSemanticVad(type.name().toLowerCase(Locale.ROOT), properties));
		}
		else {
			PropertyChecks.unset(all(properties), "needs '" + PREFIX + "type' to be the kind of the turn detection");
			if (type == TurnDetectionProperties.Type.NONE) {
				input.turnDetectionOff();
			}
		}
	}

	private static ServerVad serverVad(TurnDetectionProperties properties) {
		unset("server_vad", ofSemanticVad(properties), ofAzure(properties));
		checkLoudness(properties);
		Duration idle = properties.getIdleTimeout();
		PropertyChecks.check(idle == null || (idle.compareTo(MIN_IDLE) >= 0 && idle.compareTo(MAX_IDLE) <= 0),
				PREFIX + "idle-timeout", "must be between 5 and 30 seconds");
		ServerVad.Builder vad = ServerVad.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getThreshold).to(vad::threshold);
		map.from(properties::getPrefixPadding).as(Duration::toMillis).to(vad::prefixPaddingMs);
		map.from(properties::getSilenceDuration).as(Duration::toMillis).to(vad::silenceDurationMs);
		map.from(properties::getIdleTimeout).as(Duration::toMillis).to(vad::idleTimeoutMs);
		map.from(properties::getCreateResponse).to(vad::createResponse);
		map.from(properties::getInterruptResponse).to(vad::interruptResponse);
		return vad.build();
	}

	private static SemanticVad semanticVad(TurnDetectionProperties properties) {
		unset("semantic_vad", ofServerVad(properties), ofAzure(properties));
		SemanticVad.Builder vad = SemanticVad.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getEagerness).as(Eagerness::new).to(vad::eagerness);
		map.from(properties::getCreateResponse).to(vad::createResponse);
		map.from(properties::getInterruptResponse).to(vad::interruptResponse);
		return vad.build();
	}

	private static AzureSemanticVad azureSemanticVad(String type, TurnDetectionProperties properties) {
		Map<String, @Nullable Object> idle = new LinkedHashMap<>();
		idle.put(PREFIX + "idle-timeout", properties.getIdleTimeout());
		unset(type, ofSemanticVad(properties), idle);
		checkLoudness(properties);
		PropertyChecks.notNegative(properties.getSpeechDuration(), PREFIX + "speech-duration");
		AzureSemanticVad.Builder vad = AzureSemanticVad.builder().type(type);
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getThreshold).to(vad::threshold);
		map.from(properties::getPrefixPadding).as(Duration::toMillis).to(vad::prefixPaddingMs);
		map.from(properties::getSilenceDuration).as(Duration::toMillis).to(vad::silenceDurationMs);
		map.from(properties::getSpeechDuration).as(Duration::toMillis).to(vad::speechDurationMs);
		map.from(properties::getRemoveFillerWords).to(vad::removeFillerWords);
		map.from(properties::getLanguages).to(vad::languages);
		map.from(properties::getCreateResponse).to(vad::createResponse);
		map.from(properties::getInterruptResponse).to(vad::interruptResponse);
		return vad.build();
	}

	private static void checkLoudness(TurnDetectionProperties properties) {
		PropertyChecks.between(properties.getThreshold(), 0, 1, PREFIX + "threshold");
		PropertyChecks.notNegative(properties.getPrefixPadding(), PREFIX + "prefix-padding");
		PropertyChecks.notNegative(properties.getSilenceDuration(), PREFIX + "silence-duration");
	}

	private static void unset(String type, Map<String, @Nullable Object> some, Map<String, @Nullable Object> others) {
		String problem = "does not fit '" + PREFIX + "type' " + type;
		PropertyChecks.unset(some, problem);
		PropertyChecks.unset(others, problem);
	}

	private static Map<String, @Nullable Object> ofAzure(TurnDetectionProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(PREFIX + "speech-duration", properties.getSpeechDuration());
		values.put(PREFIX + "remove-filler-words", properties.getRemoveFillerWords());
		values.put(PREFIX + "languages", properties.getLanguages());
		return values;
	}

	private static Map<String, @Nullable Object> ofServerVad(TurnDetectionProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(PREFIX + "threshold", properties.getThreshold());
		values.put(PREFIX + "prefix-padding", properties.getPrefixPadding());
		values.put(PREFIX + "silence-duration", properties.getSilenceDuration());
		values.put(PREFIX + "idle-timeout", properties.getIdleTimeout());
		return values;
	}

	private static Map<String, @Nullable Object> ofSemanticVad(TurnDetectionProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(PREFIX + "eagerness", properties.getEagerness());
		return values;
	}

	private static Map<String, @Nullable Object> all(TurnDetectionProperties properties) {
		Map<String, @Nullable Object> values = ofServerVad(properties);
		values.putAll(ofSemanticVad(properties));
		values.putAll(ofAzure(properties));
		values.put(PREFIX + "create-response", properties.getCreateResponse());
		values.put(PREFIX + "interrupt-response", properties.getInterruptResponse());
		return values;
	}

}
