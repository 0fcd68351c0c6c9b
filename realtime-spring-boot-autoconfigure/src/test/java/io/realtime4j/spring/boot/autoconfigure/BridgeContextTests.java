package io.realtime4j.spring.boot.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.context.ContextRegistry;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.spring.boot.autoconfigure.context.RealtimeContextAutoConfiguration;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the context of the session of a page: that of its handshake.
 */
class BridgeContextTests {

	private static final String KEY = "realtime.page.user";

	private static final ThreadLocal<String> user = new ThreadLocal<>();

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner()
		.withConfiguration(AutoConfigurations.of(RealtimeContextAutoConfiguration.class))
		.withBean(Application.class)
		.withBean(Filter.class, () -> (request, response, chain) -> {
			user.set("ada");
			try {
				chain.doFilter(request, response);
			}
			finally {
				user.remove();
			}
		});

	@BeforeEach
	void registerUser() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, user);
	}

	@AfterEach
	void removeUser() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
	}

	@Test
	void listenersOfThePageHaveWhatItsHandshakeHad() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			assertThat(context.getBean(Application.class).seen.get(30, TimeUnit.SECONDS)).isEqualTo("ada");
		});
	}

	@Test
	void pageNeedsNoContext() {
		this.server.runner().withBean(Application.class).run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			assertThat(context.getBean(Application.class).seen.get(30, TimeUnit.SECONDS)).isEqualTo("null");
		});
	}

	static class Application {

		private final CompletableFuture<String> seen = new CompletableFuture<>();

		@EventListener
		void onOpened(SessionOpened event) {
			this.seen.complete(String.valueOf(user.get()));
		}

	}

}
