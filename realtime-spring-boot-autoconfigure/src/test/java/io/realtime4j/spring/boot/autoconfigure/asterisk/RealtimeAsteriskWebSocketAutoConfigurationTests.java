package io.realtime4j.spring.boot.autoconfigure.asterisk;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.phone.asterisk.AsteriskDoor;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AudioSocketServer;
import io.realtime4j.spring.phone.engine.PhoneLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeAsteriskWebSocketAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeAsteriskWebSocketAutoConfigurationTests {

	private final WebApplicationContextRunner runner = configured(new WebApplicationContextRunner())
		.withPropertyValues("realtime.asterisk.websocket.enabled=true");

	@Test
	void nothingIsAnsweredUnlessEnabled() {
		configured(new WebApplicationContextRunner())
			.run((context) -> assertThat(context).doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void webSocketsNeedNoPort() {
		this.runner.run((context) -> {
			assertThat(context).doesNotHaveBean(AudioSocketServer.class).hasSingleBean(AsteriskTickets.class);
			assertThat(context.getBean(WebSocketHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/asterisk/media");
		});
	}

	@Test
	void bothWaysShareTheirTickets() {
		this.runner.withConfiguration(AutoConfigurations.of(RealtimeAsteriskAutoConfiguration.class))
			.withPropertyValues("realtime.asterisk.enabled=true", "realtime.asterisk.port=0")
			.run((context) -> {
				assertThat(context).hasSingleBean(AudioSocketServer.class).hasSingleBean(AsteriskTickets.class);
				assertThat(context.getBeansOfType(PhoneLines.class)).hasSize(2);
			});
	}

	@Test
	void passwordTakesThePlaceOfTickets() {
		AsteriskProperties properties = new AsteriskProperties();
		assertThat(admission(properties).credentials()).isNull();
		properties.getWebsocket().setPassword("secret");
		assertThat(admission(properties).credentials()).isEqualTo("asterisk:secret");
	}

	private static AsteriskDoor.Admission admission(AsteriskProperties properties) {
		return AsteriskPropertiesMapper.webSocketAdmission(properties, mock(), mock());
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.asterisk.websocket.path=media", "realtime.asterisk.websocket.password=",
			"realtime.asterisk.websocket.password=${ABSENT}", "realtime.asterisk.websocket.username=a:b",
			"realtime.asterisk.websocket.username=" })
	void propertyThatCannotBeIsNamed(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void applicationThatCannotTakeStreamsIsTold(CapturedOutput output) {
		configured(new ApplicationContextRunner()).withPropertyValues("realtime.asterisk.websocket.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("'realtime.asterisk.websocket.enabled' does nothing here");
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketHandlerMapping.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void requestsOfAsteriskCanBePermitted() {
		this.runner.run((context) -> {
			assertThat(matches(context, "GET", "/realtime/asterisk/media")).isTrue();
			assertThat(matches(context, "POST", "/realtime/asterisk/media")).isFalse();
			assertThat(matches(context, "GET", "/realtime/asterisk")).isFalse();
		});
		configured(new WebApplicationContextRunner())
			.run((context) -> assertThat(matches(context, "GET", "/realtime/asterisk/media")).isFalse());
		configured(new WebApplicationContextRunner())
			.withConfiguration(AutoConfigurations.of(RealtimeAsteriskAutoConfiguration.class))
			.withPropertyValues("realtime.asterisk.enabled=true", "realtime.asterisk.port=0")
			.run((context) -> assertThat(matches(context, "GET", "/realtime/asterisk/media")).isFalse());
	}

	private static boolean matches(WebApplicationContext context, String method, String path) {
		MockServletContext application = new MockServletContext();
		application.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
		MockHttpServletRequest request = new MockHttpServletRequest(application, method, path);
		request.setServletPath(path);
		return AsteriskRequest.toAsterisk().matches(request);
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R configured(R runner) {
		return runner
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeAsteriskWebSocketAutoConfiguration.class,
					RealtimeAsteriskWebSocketAdviceAutoConfiguration.class))
			.withPropertyValues("realtime.api-key=test-key", "realtime.session.auto-open=false");
	}

}
