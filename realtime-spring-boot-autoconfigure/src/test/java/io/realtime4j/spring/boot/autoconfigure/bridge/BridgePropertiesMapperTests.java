package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;
import java.util.Map;

import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.transport.KeepAlive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link BridgePropertiesMapper}.
 */
class BridgePropertiesMapperTests {

	@Test
	void defaults() {
		BridgeSettings settings = settings(Map.of());
		assertThat(settings.page().textPerSecond()).isEqualTo(16_384);
		assertThat(settings.page().maxOutgoingSize()).isEqualTo(4 * 1024 * 1024);
		assertThat(settings.page().keepAlive())
			.isEqualTo(new KeepAlive(Duration.ofSeconds(25), Duration.ofSeconds(75)));
		assertThat(settings.sessions().maxMemory()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
	}

	@Test
	void boundsAreMapped() {
		BridgeSettings settings = settings(Map.of("text-per-second", "7", "keep-alive.interval", "1s",
				"keep-alive.timeout", "2s", "max-memory", "3MB"));
		assertThat(settings.page().textPerSecond()).isEqualTo(7);
		assertThat(settings.page().keepAlive()).isEqualTo(new KeepAlive(Duration.ofSeconds(1), Duration.ofSeconds(2)));
		assertThat(settings.sessions().maxMemory()).isEqualTo(3 * 1024 * 1024);
	}

	@Test
	void oneAddressMayHaveAQuarterOfAllSessions() {
		assertThat(settings(Map.of()).sessions().maxSessionsPerAddress()).isEqualTo(50);
		assertThat(settings(Map.of("max-sessions", "40")).sessions().maxSessionsPerAddress()).isEqualTo(10);
		assertThat(settings(Map.of("max-sessions", "1")).sessions().maxSessionsPerAddress()).isOne();
		assertThat(settings(Map.of("max-sessions-per-address", "3")).sessions().maxSessionsPerAddress()).isEqualTo(3);
	}

	@Test
	void pingsCanBeSwitchedOff() {
		assertThat(settings(Map.of("keep-alive.enabled", "false", "keep-alive.interval", "0s")).page().keepAlive())
			.isEqualTo(KeepAlive.none());
	}

	@ParameterizedTest
	@CsvSource({ "text-per-second,0", "keep-alive.interval,0s", "keep-alive.interval,-1s", "keep-alive.timeout,49s",
			"max-sessions,0", "max-sessions-per-user,0", "max-sessions-per-address,0", "max-sessions-per-address,-1",
			"max-memory,0", "max-memory,-1", "max-outgoing-size,0", "send-timeout,0s" })
	void whatMakesNoSenseIsRefusedByName(String property, String value) {
		assertThatException().isThrownBy(() -> settings(Map.of(property, value)))
			.withMessageContaining("realtime.bridge." + property);
	}

	private static BridgeSettings settings(Map<String, String> properties) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		properties.forEach((name, value) -> source.put("realtime.bridge." + name, value));
		return BridgePropertiesMapper
			.settings(new Binder(source).bindOrCreate("realtime.bridge", BridgeProperties.class));
	}

}
