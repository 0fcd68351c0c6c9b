package io.realtime4j.benchmarks.load.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.benchmarks.load.process.SelfSigned;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * This project, as an application uses it: the starter, properties, and beans with
 * listeners.
 */
public final class StarterClient implements LoadClient {

	private static final long PATIENCE_SECONDS = 120;

	private final ConfigurableApplicationContext context;

	private final List<RealtimeSession> sessions = new ArrayList<>();

	private StarterClient(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start an application.
	 * @param baseUrl the root of the API
	 * @param tls the certificate of the server, or {@code null} for plain TCP
	 * @param listeners beans with listeners
	 * @return the client
	 */
	static StarterClient start(URI baseUrl, @Nullable SelfSigned tls, Object... listeners) {
		return start(baseUrl, tls, Map.of(), listeners);
	}

	public static StarterClient start(URI baseUrl, @Nullable SelfSigned tls, Map<String, Object> more,
			Object... listeners) {
		Map<String, Object> properties = new LinkedHashMap<>(more);
		properties.put("logging.level.root", "error");
		properties.put("spring.main.banner-mode", "off");
		properties.put("spring.main.web-application-type", "none");
		properties.put("realtime.base-url", baseUrl.toString());
		properties.put("realtime.api-key", "not-a-key");
		properties.put("realtime.session.auto-open", "false");
		properties.put("realtime.session.instructions", "Be brief.");
		if (tls != null) {
			properties.put("realtime.ssl.bundle", "load");
			properties.put("spring.ssl.bundle.jks.load.truststore.location", tls.file().toUri().toString());
			properties.put("spring.ssl.bundle.jks.load.truststore.password", SelfSigned.PASSWORD);
			properties.put("spring.ssl.bundle.jks.load.truststore.type", "PKCS12");
		}
		SpringApplication application = new SpringApplication(Application.class);
		application.setDefaultProperties(properties);
		application.addInitializers((context) -> register((GenericApplicationContext) context, listeners));
		return new StarterClient(application.run());
	}

	private static void register(GenericApplicationContext context, Object... listeners) {
		for (Object listener : listeners) {
			context.getBeanFactory().registerSingleton(listener.getClass().getName(), listener);
		}
	}

	@Override
	public void open(int count) {
		List<CompletableFuture<RealtimeSession>> opened = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			RealtimeSession session = open();
			this.sessions.add(session);
			opened.add(session.open());
		}
		await(opened);
	}

	/**
	 * Begin to open a session.
	 * @return the session
	 */
	public RealtimeSession open() {
		return this.context.getBean(RealtimeClient.class).open(this.context.getBean(SessionSpec.class));
	}

	private static void await(List<? extends CompletableFuture<?>> futures) {
		CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
			.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
			.join();
	}

	@Override
	public void request() {
		// The server ends no response, and one outside of the conversation waits for none
		ResponseSettings settings = ResponseSettings.builder().conversation(ResponseConversation.NONE).build();
		this.sessions.forEach((session) -> session.send(ResponseCreate.of(settings)));
	}

	@Override
	public void closeSessions() {
		this.sessions.forEach(RealtimeSession::close);
		await(this.sessions.stream().map(RealtimeSession::closed).toList());
		this.sessions.clear();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
