package io.realtime4j.spring.boot.autoconfigure;

import java.util.Map;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgeProperties;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgePropertiesMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.HistoryPropertiesMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.session.HistoryProperties;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HistoryProperties}.
 */
class HistoryPropertiesTests {

	@Test
	void applicationsHoldMuchAndPagesLittle() {
		assertThat(session(Map.of())).isEqualTo(ConversationLimits.defaults());
		assertThat(page(Map.of())).isEqualTo(new ConversationLimits(500, 512 * 1024, false));
	}

	@Test
	void propertiesAreMapped() {
		assertThat(session(Map.of("realtime.session.history.max-items", "3", "realtime.session.history.max-size", "4KB",
				"realtime.session.history.delete-at-server", "true")))
			.isEqualTo(new ConversationLimits(3, 4096, true));
		assertThat(page(Map.of("realtime.bridge.history.max-items", "5", "realtime.bridge.history.max-size", "6KB",
				"realtime.bridge.history.delete-at-server", "true")))
			.isEqualTo(new ConversationLimits(5, 6 * 1024, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-items", "max-size" })
	void nothingIsNoLimit(String name) {
		assertThatExceptionOfType(InvalidRealtimePropertyException.class)
			.isThrownBy(() -> session(Map.of("realtime.session.history." + name, "0")))
			.withMessageContaining("realtime.session.history." + name);
		assertThatExceptionOfType(InvalidRealtimePropertyException.class)
			.isThrownBy(() -> page(Map.of("realtime.bridge.history." + name, "0")))
			.withMessageContaining("realtime.bridge.history." + name);
	}

	private static ConversationLimits session(Map<String, String> values) {
		return HistoryPropertiesMapper.limits("realtime.session.history.",
				bind("realtime.session", SessionProperties.class, values).getHistory());
	}

	private static ConversationLimits page(Map<String, String> values) {
		return BridgePropertiesMapper.settings(bind("realtime.bridge", BridgeProperties.class, values)).history();
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
	}

}
