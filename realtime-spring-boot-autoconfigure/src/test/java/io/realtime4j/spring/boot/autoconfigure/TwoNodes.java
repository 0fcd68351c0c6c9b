package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.security.Principal;
import java.util.UUID;

import javax.sql.DataSource;

import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes with pages of known users, which have the same store.
 */
final class TwoNodes implements AutoCloseable {

	private final JdbcConnectionPool database = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");

	private final BridgeServer first = new BridgeServer();

	private final BridgeServer second = new BridgeServer();

	private final String[] properties;

	/**
	 * Create two nodes.
	 * @param properties what they have besides the store and the bridge
	 */
	TwoNodes(String... properties) {
		this.properties = properties;
	}

	DataSource database() {
		return this.database;
	}

	BridgeServer first() {
		return this.first;
	}

	BridgeServer second() {
		return this.second;
	}

	WebApplicationContextRunner node(BridgeServer server) {
		return node(server, this.database);
	}

	WebApplicationContextRunner node(BridgeServer server, DataSource database) {
		return server.runner()
			.withConfiguration(
					AutoConfigurations.of(RealtimeUsageAutoConfiguration.class, RealtimeStoreAutoConfiguration.class))
			.withUserConfiguration(Users.class)
			.withBean(DataSource.class, () -> database)
			.withPropertyValues("realtime.store.type=jdbc", "realtime.store.heartbeat=500ms",
					"realtime.bridge.resume-grace=5m")
			.withPropertyValues(this.properties);
	}

	void run(Nodes test) {
		ContextConsumer<AssertableWebApplicationContext> outer = (one) -> node(this.second)
			.run((other) -> test.run(one, other));
		node(this.first).run(outer);
	}

	static BridgePage connect(AssertableWebApplicationContext context, String user) {
		return BridgePage.connect(URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/realtime?user=" + user),
				true, "realtime4j.v1");
	}

	static StoredConversation stored(AssertableWebApplicationContext context, String token) {
		return context.getBean(StoredConversations.class).find(id(token)).orElseThrow();
	}

	static void awaitEnded(AssertableWebApplicationContext context, String token) {
		StoredConversations conversations = context.getBean(StoredConversations.class);
		BridgeServer.until(() -> assertThat(conversations.find(id(token)))
			.hasValueSatisfying((stored) -> assertThat(stored.endedAt()).isNotNull()));
	}

	/**
	 * Wait until a conversation is in the store, with the token of its page, which nobody
	 * can read there.
	 */
	static StoredConversation awaitStored(AssertableWebApplicationContext context, String token, int items) {
		StoredConversations conversations = context.getBean(StoredConversations.class);
		BridgeServer.until(() -> assertThat(conversations.find(id(token))).hasValueSatisfying((stored) -> {
			assertThat(stored.items()).hasSize(items);
			assertThat(stored.notes()).containsKey("page.token");
			assertThat(stored.header().details()).doesNotContain(token.substring(token.indexOf('.')));
			assertThat(stored.usage()).isNotNull();
		}));
		return stored(context, token);
	}

	private static String id(String token) {
		return token.substring(0, token.indexOf('.'));
	}

	@Override
	public void close() {
		this.database.dispose();
	}

	/**
	 * Actions on two nodes.
	 */
	@FunctionalInterface
	interface Nodes {

		void run(AssertableWebApplicationContext one, AssertableWebApplicationContext other);

	}

	@Configuration(proxyBeanMethods = false)
	static class Users {

		@Bean
		Filter userFilter() {
			return (request, response, chain) -> {
				String user = request.getParameter("user");
				chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

					@Override
					public @Nullable Principal getUserPrincipal() {
						return (user != null) ? () -> user : null;
					}

				}, response);
			};
		}

	}

}
