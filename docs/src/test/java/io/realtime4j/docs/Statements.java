package io.realtime4j.docs;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Runs statements of the documentation in an application with the simulator.
 */
final class Statements implements AutoCloseable {

	private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

	private static final long SECONDS = 30;

	private final ConfigurableApplicationContext context;

	private final Map<String, Object> values = new HashMap<>();

	private final List<String> page = new CopyOnWriteArrayList<>();

	Statements() throws IOException {
		this.context = new SpringApplicationBuilder(OpenApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=warn",
					"realtime.simulator.pace=50", "realtime.session.model=gpt-realtime",
					"realtime.webhook.enabled=true", "realtime.webhook.secret=" + SECRET, "realtime.sip.answer=auto",
					"realtime.session.auto-open=false", "realtime.bridge.enabled=true")
			.run();
		this.values.put("guest", "Ada");
		this.values.put("page", (Consumer<String>) this.page::add);
		this.values.put("port", this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		this.values.put("secret", SECRET);
		for (String recording : new String[] { "question.wav", "call.wav" }) {
			Files.copy(Pages.ROOT.resolve("sample-app/src/main/resources/audio/question.wav"), Path.of(recording),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Run statements with a session of their own.
	 * @param type the class of the statements
	 * @return the variables that they declare
	 */
	Map<?, ?> run(Class<?> type) throws Exception {
		try (RealtimeSession session = client().open()) {
			session.open().get(SECONDS, TimeUnit.SECONDS);
			Object statements = type.getDeclaredConstructor().newInstance();
			for (Field field : type.getSuperclass().getDeclaredFields()) {
				if (field.getName().equals(Prelude.RESULTS)) {
					continue;
				}
				field.setAccessible(true);
				field.set(statements, (field.getType() == RealtimeSession.class) ? session : value(field));
			}
			within(statements, type.getMethod("run"));
			return (Map<?, ?>) type.getField(Prelude.RESULTS).get(statements);
		}
		finally {
			this.context.getBean(RealtimeSimulator.class).reset();
		}
	}

	/**
	 * Run a program that is given the address of the simulator.
	 */
	void runProgram(Class<?> type) throws Exception {
		Method main = type.getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		within(null, main, (Object) new String[] { this.context.getBean(RealtimeSimulator.class).url().toString() });
	}

	/**
	 * Return what the page of the user was told.
	 */
	List<String> page() {
		return this.page;
	}

	RealtimeClient client() {
		return this.context.getBean(RealtimeClient.class);
	}

	private static void within(@Nullable Object target, Method method, Object... arguments) throws Exception {
		FutureTask<@Nullable Object> task = new FutureTask<>(() -> method.invoke(target, arguments));
		Thread thread = new Thread(task, "snippet");
		thread.setDaemon(true);
		thread.start();
		task.get(SECONDS, TimeUnit.SECONDS);
	}

	private Object value(Field field) {
		Object value = this.values.get(field.getName());
		if (value != null) {
			return value;
		}
		BeanFactory beans = this.context;
		return (field.getType() == Executor.class) ? new SimpleAsyncTaskExecutor() : beans.getBean(field.getType());
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Application in which all requests are allowed.
	 */
	@Configuration
	@EnableAutoConfiguration
	static class OpenApplication {

		@Bean
		SecurityFilterChain everything(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable()).build();
		}

	}

}
