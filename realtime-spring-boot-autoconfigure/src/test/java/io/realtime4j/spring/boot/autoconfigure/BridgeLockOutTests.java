package io.realtime4j.spring.boot.autoconfigure;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nobody is refused for what others left behind.
 */
class BridgeLockOutTests {

	private static final String[] ONE_PAGE = { "realtime.bridge.max-sessions-per-address=1",
			"realtime.bridge.keep-alive.interval=10s", "realtime.bridge.keep-alive.timeout=30s" };

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner();

	@Test
	void connectionsThatNeverStartRefuseNobody() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=2").run((context) -> {
			int port = BridgeServer.port(context);
			List<BridgePage> idle = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				idle.add(BridgePage.connect(port));
			}
			assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
			// The server may come to know two connections in another order than they were
			// made
			BridgeServer.until(() -> assertThat(idle).filteredOn((page) -> !page.isOpen())
				.hasSize(7)
				.extracting(BridgePage::awaitClosed)
				.containsOnly("1008 Too many conversations"));
		});
	}

	@Test
	void tabsThatWereClosedGiveWay() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=2").run((context) -> {
			int port = BridgeServer.port(context);
			for (int i = 0; i < 2; i++) {
				int pending = this.server.time().pending();
				BridgePage page = BridgePage.connect(port);
				page.start(24_000);
				page.vanish();
				// The session waits for its page: all that is left of it is that timer
				BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(pending + 1));
			}
			assertThat(BridgeServer.sessions(context)).hasSize(2);
			BridgePage page = BridgePage.connect(port);
			assertThat(page.start(24_000).path("resumed").asBoolean()).isFalse();
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).hasSize(2));
		});
	}

	@Test
	void placesOfClosedTabsGoToOthersWhenThereAreNoMore() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1").run((context) -> {
			int port = BridgeServer.port(context);
			int idle = this.server.time().pending();
			BridgePage first = BridgePage.connect(port);
			first.start(24_000);
			BridgePage refused = BridgePage.connect(port);
			refused.send("{'type':'start','sampleRate':24000}");
			assertThat(refused.awaitClosed()).isEqualTo("1008 Too many conversations");
			first.vanish();
			// The session waits for its page: all that is left of it is that timer
			BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(idle + 1));
			assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void goodbyeFreesItsPlaceWhileTheSessionStillCloses() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1", "realtime.close-timeout=60s")
			.run((context) -> {
				int port = BridgeServer.port(context);
				BridgePage first = BridgePage.connect(port);
				first.start(24_000);
				first.awaitOpen();
				this.server.service(0).doNotClose();
				first.leave(1000);
				BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).extracting(RealtimeSession::state)
					.containsExactly(SessionState.CLOSING));
				assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
				assertThat(BridgeServer.sessions(context)).hasSize(2);
				this.server.service(0).closeAtLast();
			});
	}

	@Test
	void addressesBehindAProxyAreCountedApart() {
		this.runner
			.withPropertyValues("realtime.bridge.max-sessions-per-address=1", "server.forward-headers-strategy=native")
			.run((context) -> {
				int port = BridgeServer.port(context);
				BridgePage.connectFrom(port, "203.0.113.1").start(24_000);
				BridgePage.connectFrom(port, "203.0.113.2").start(24_000);
				BridgePage same = BridgePage.connectFrom(port, "203.0.113.1");
				same.send("{'type':'start','sampleRate':24000}");
				assertThat(same.awaitClosed()).isEqualTo("1008 Too many conversations");
			});
	}

	@Test
	void addressesOfOneNetworkAreCountedTogether() {
		this.runner
			.withPropertyValues("realtime.bridge.max-sessions-per-address=2", "server.forward-headers-strategy=native")
			.run((context) -> {
				int port = BridgeServer.port(context);
				BridgePage.connectFrom(port, "2001:db8:1:2::1").start(24_000);
				BridgePage.connectFrom(port, "2001:db8:1:2:ffff::9").start(24_000);
				BridgePage.connectFrom(port, "2001:db8:1:3::1").start(24_000);
				BridgePage third = BridgePage.connectFrom(port, "2001:db8:1:2::3");
				third.send("{'type':'start','sampleRate':24000}");
				assertThat(third.awaitClosed()).isEqualTo("1008 Too many conversations");
			});
	}

	@Test
	void headersThatAnybodyCanWriteChangeNoAddress() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=1").run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage.connectFrom(port, "203.0.113.1").start(24_000);
			BridgePage other = BridgePage.connectFrom(port, "203.0.113.2");
			other.send("{'type':'start','sampleRate':24000}");
			assertThat(other.awaitClosed()).isEqualTo("1008 Too many conversations");
		});
	}

	@Test
	void pagesArePinged() {
		this.runner
			.withPropertyValues("realtime.bridge.keep-alive.interval=1s", "realtime.bridge.keep-alive.timeout=1h")
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				page.start(24_000);
				BridgeServer.until(() -> {
					this.server.time().advance(Duration.ofSeconds(1));
					assertThat(page.pings()).isPositive();
				});
			});
	}

	@Test
	void pageThatVanishedWithoutAWordIsFound() {
		this.runner.withPropertyValues(ONE_PAGE).run((context) -> {
			int port = BridgeServer.port(context);
			try (SilentPage silent = SilentPage.connect(port, "realtime4j.v1")) {
				silent.send("{'type':'start','sampleRate':24000}").await("ready");
				this.server.time().advance(Duration.ofSeconds(29));
				assertRefused(port);
				this.server.time().advance(Duration.ofSeconds(1));
				assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
			}
		});
	}

	@Test
	void pageThatVanishedWhileItsSessionOpensIsFound() {
		SlowOpening opening = new SlowOpening();
		this.runner.withPropertyValues(ONE_PAGE).withInitializer(opening).run((context) -> {
			int port = BridgeServer.port(context);
			try (SilentPage silent = SilentPage.connect(port, "realtime4j.v1")) {
				silent.send("{'type':'start','sampleRate':24000}").await("ready");
				this.server.time().advance(Duration.ofSeconds(30));
				assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
			}
			finally {
				opening.goOn();
			}
		});
	}

	@Test
	void pageThatVanishedInTheMiddleOfSpeechIsFound() {
		this.runner.withPropertyValues(ONE_PAGE).run((context) -> {
			int port = BridgeServer.port(context);
			try (SilentPage silent = SilentPage.connect(port, "realtime4j.v1")) {
				silent.send("{'type':'start','sampleRate':24000}").await("ready");
				String audio = Base64.getEncoder().encodeToString(new byte[480_000]);
				for (int i = 0; i < 8; i++) {
					this.server.service(0)
						.receive("{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"a\","
								+ "\"output_index\":0,\"content_index\":0,\"delta\":\"" + audio + "\"}");
				}
				this.server.time().advance(Duration.ofSeconds(30));
				assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
			}
		});
	}

	@Test
	void relayedPageThatVanishedWithoutAWordIsFound() {
		this.runner.withPropertyValues(ONE_PAGE).withPropertyValues("realtime.bridge.mode=relay").run((context) -> {
			int port = BridgeServer.port(context);
			try (SilentPage silent = SilentPage.connect(port, "realtime")) {
				silent.await("session.created");
				this.server.time().advance(Duration.ofSeconds(30));
				assertThat(relayed(port).await("session.created")).isNotNull();
			}
		});
	}

	@Test
	void relayedPageThatVanishedWhileItsSessionIsMadeIsFound() {
		CompletableFuture<Void> customized = new CompletableFuture<>();
		BridgeSessionCustomizer slow = (connection, session) -> customized.join();
		this.runner.withPropertyValues(ONE_PAGE)
			.withPropertyValues("realtime.bridge.mode=relay")
			.withBean(BridgeSessionCustomizer.class, () -> slow)
			.run((context) -> {
				int port = BridgeServer.port(context);
				int idle = this.server.time().pending();
				try (SilentPage silent = SilentPage.connect(port, "realtime")) {
					BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(idle + 2));
					this.server.time().advance(Duration.ofSeconds(30));
					customized.complete(null);
					BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
					assertThat(relayed(port).await("session.created")).isNotNull();
					assertThat(this.server.transport().connections()).hasSize(1);
				}
			});
	}

	private static BridgePage relayed(int port) {
		return BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), true, "realtime");
	}

	private static void assertRefused(int port) {
		BridgePage page = BridgePage.connect(port);
		page.send("{'type':'start','sampleRate':24000}");
		assertThat(page.awaitClosed()).isEqualTo("1008 Too many conversations");
	}

	/**
	 * Holds whoever opens the first session back.
	 */
	private static final class SlowOpening implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private final CountDownLatch goOn = new CountDownLatch(1);

		private final AtomicBoolean first = new AtomicBoolean(true);

		void goOn() {
			this.goOn.countDown();
		}

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof RealtimeClient) ? slow(bean, RealtimeClient.class) : bean;
				}

			});
		}

		private Object slow(Object target, Class<?> type) {
			return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						if (method.getName().equals("open") && this.first.getAndSet(false)) {
							this.goOn.await();
						}
						Object result = method.invoke(target, arguments);
						return (result instanceof RealtimeSession && method.getName().equals("create"))
								? slow(result, RealtimeSession.class) : result;
					});
		}

	}

}
