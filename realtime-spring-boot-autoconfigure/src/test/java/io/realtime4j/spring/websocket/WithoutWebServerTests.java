package io.realtime4j.spring.websocket;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has the starter and no web server.
 */
@Timeout(120)
class WithoutWebServerTests {

	private static final FilteredClassLoader STARTER_ALONE = new FilteredClassLoader("org.apache.tomcat",
			"org.apache.catalina", "jakarta.websocket", "jakarta.servlet", "org.springframework.web.servlet",
			"org.springframework.boot.web.server");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(autoConfigurations()))
		.withClassLoader(STARTER_ALONE)
		.withPropertyValues("realtime.api-key=sk-test", "realtime.session.auto-open=false");

	private static Class<?>[] autoConfigurations() {
		ClassLoader classLoader = WithoutWebServerTests.class.getClassLoader();
		return ImportCandidates.load(AutoConfiguration.class, classLoader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.realtime4j."))
			.map((name) -> ClassUtils.resolveClassName(name, classLoader))
			.toArray(Class<?>[]::new);
	}

	@Test
	void sessionOpens() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			SessionFixture.accept(peer);
			peer.drain();
		})) {
			this.runner.withPropertyValues("realtime.base-url=http://127.0.0.1:" + server.port() + "/v1")
				.run((context) -> {
					RealtimeSession session = context.getBean(RealtimeClient.class)
						.open(SessionSpec.of(SessionFixture.SETTINGS));
					assertThat(session.open().orTimeout(60, TimeUnit.SECONDS)).succeedsWithin(60, TimeUnit.SECONDS);
				});
		}
	}

}
