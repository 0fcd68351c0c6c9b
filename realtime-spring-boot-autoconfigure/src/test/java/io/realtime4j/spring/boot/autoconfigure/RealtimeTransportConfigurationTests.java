package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslHandler;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.websocket.SpringWebSocketTransport;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.TransportConnection;
import io.realtime4j.transport.netty.NettyTransport;
import jakarta.websocket.ContainerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeTransportConfiguration}.
 */
class RealtimeTransportConfigurationTests {

	private static final String NETTY_LOGGER = "io.netty.handler.codec.http.websocketx";

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner()
		.withPropertyValues(RealtimeContext.KEY, "realtime.session.auto-open=false");

	@Test
	void whenNettyIsPresentItIsUsed() {
		this.contextRunner
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class).isInstanceOf(NettyTransport.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { HttpClientCodec.class, SslHandler.class })
	void whenNettyIsAbsentSpringIsUsed(Class<?> absent) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(absent))
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class)
				.isInstanceOf(SpringWebSocketTransport.class));
	}

	@Test
	void whenWebSocketContainersAreAbsentNettyIsUsed() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("jakarta.websocket", "org.springframework.web"))
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class).isInstanceOf(NettyTransport.class));
	}

	@Test
	void whenNettyAndWebSocketContainersAreAbsentTransportIsMissing() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.netty", "jakarta.websocket"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(NoSuchBeanDefinitionException.class,
						(ex) -> assertThat(ex.getBeanType()).isEqualTo(RealtimeTransport.class)));
	}

	@Test
	void propertyChoosesSpring() {
		this.contextRunner.withPropertyValues("realtime.transport=spring")
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class)
				.isInstanceOf(SpringWebSocketTransport.class));
	}

	@Test
	void propertyChoosesNetty() {
		this.contextRunner.withPropertyValues("realtime.transport=netty")
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class).isInstanceOf(NettyTransport.class));
	}

	@Test
	void whenNettyIsChosenAndAbsentStartFails() {
		this.contextRunner.withPropertyValues("realtime.transport=netty")
			.withClassLoader(new FilteredClassLoader(SslHandler.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessage("The property 'realtime.transport' needs netty-codec-http and netty-handler, "
						+ "which are not on the class path"));
	}

	@Test
	void whenSpringIsChosenAndAbsentStartFails() {
		this.contextRunner.withPropertyValues("realtime.transport=spring")
			.withClassLoader(new FilteredClassLoader(ContainerProvider.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessage("The property 'realtime.transport' needs spring-websocket and a WebSocket client such as "
						+ "tomcat-embed-websocket, which are not on the class path"));
	}

	@Test
	void unknownTransportFails() {
		this.contextRunner.withPropertyValues("realtime.transport=pigeon")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining(BindException.class.getName()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "netty", "spring" })
	void whenHasUserDefinedTransportBeanPropertyDoesNothing(String transport) {
		RealtimeTransport own = (request, listener) -> {
		};
		this.contextRunner.withPropertyValues("realtime.transport=" + transport)
			.withBean(RealtimeTransport.class, () -> own)
			.run((context) -> assertThat(context).getBean(RealtimeTransport.class).isSameAs(own));
	}

	@Test
	void nettyHasAsManyThreadsAsPropertySays() {
		Set<Thread> before = nettyThreads();
		this.contextRunner.withPropertyValues("realtime.netty.threads=3").run((context) -> {
			for (int i = 0; i < 6; i++) {
				endOf(context.getBean(RealtimeTransport.class));
			}
			Set<Thread> own = nettyThreads();
			own.removeAll(before);
			assertThat(own).hasSize(3);
		});
	}

	private static Set<Thread> nettyThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("realtime-netty-"))
			.collect(Collectors.toSet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.netty.threads=0", "realtime.max-frame-size=0B", "realtime.send-timeout=0s" })
	void nettyTakesOnlyPositiveSettings(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void nettyIsClosedWithItsContext() {
		CompletableFuture<RealtimeTransport> transport = new CompletableFuture<>();
		this.contextRunner.run((context) -> transport.complete(context.getBean(RealtimeTransport.class)));
		assertThat(endOf(transport.join())).isEqualTo(new ConnectFailed("the application is shutting down"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void nettyIsWarmedUpInTheBackground(CapturedOutput output) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(NETTY_LOGGER, LogLevel.DEBUG);
		try {
			this.contextRunner
				.run((context) -> await().untilAsserted(() -> assertThat(output).contains("client handshake key")));
		}
		finally {
			logging.setLogLevel(NETTY_LOGGER, null);
		}
	}

	private static ConnectionEnd endOf(RealtimeTransport transport) {
		CompletableFuture<ConnectionEnd> ended = new CompletableFuture<>();
		transport.connect(
				new ConnectionRequest(URI.create("ws://127.0.0.1:1/"), Map.of(), List.of(), Duration.ofSeconds(20)),
				new ConnectionListener() {

					@Override
					public void onOpen(TransportConnection connection) {
					}

					@Override
					public void onText(String text) {
					}

					@Override
					public void onBinary(int size) {
					}

					@Override
					public void onEnd(ConnectionEnd end) {
						ended.complete(end);
					}

				});
		return ended.orTimeout(60, TimeUnit.SECONDS).join();
	}

}
