package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.azure.core.credential.TokenCredential;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.translation.session.TranslationClient;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the names of the beans of all auto-configurations: none is one that an
 * application would give to a bean of its own.
 */
class RealtimeBeanNamesTests {

	private static final String PREFIX = "realtime4j";

	/**
	 * The bean that Spring finds by its name.
	 */
	private static final String MULTICASTER = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;

	/**
	 * The bean that the actuator calls by its name.
	 */
	private static final String HEALTH = "realtimeHealthIndicator";

	/**
	 * Read once, since that means all classes.
	 */
	private static final List<JavaMethod> BEAN_METHODS = readBeanMethods();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RestClientAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withConfiguration(AutoConfigurations.of(autoConfigurations()))
		.withBean(SimpleMeterRegistry.class)
		.withBean(TokenCredential.class, () -> mock(TokenCredential.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withBean(DataSource.class, RealtimeBeanNamesTests::database)
		.withBean(LocalValidatorFactoryBean.class)
		.withBean(ChatMemory.class, () -> MessageWindowChatMemory.builder().build())
		.withPropertyValues(RealtimeContext.KEY, "realtime.session.auto-open=false", "realtime.live.model=gpt-live-1",
				"realtime.entra.enabled=true", "realtime.session.chat-memory.enabled=true",
				"realtime.bridge.enabled=true", "realtime.bridge.client-secret.enabled=true",
				"realtime.bridge.calls.enabled=true", "realtime.webhook.enabled=true",
				"realtime.webhook.secret=whsec_cmVhbHRpbWU0ag==", "realtime.twilio.enabled=true",
				"realtime.twilio.auth-token=12345", "realtime.twilio.public-url=https://voice.example.com",
				"realtime.phone.recording.enabled=true", "realtime.phone.recording.directory=target/recordings",
				"realtime.telnyx.enabled=true", "realtime.telnyx.api-key=KEY1",
				"realtime.telnyx.public-key=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
				"realtime.telnyx.public-url=https://voice.example.com", "realtime.vonage.enabled=true",
				"realtime.vonage.signature-secret=secret", "realtime.vonage.public-url=https://voice.example.com",
				"realtime.asterisk.enabled=true", "realtime.asterisk.port=0",
				"realtime.asterisk.websocket.enabled=true", "realtime.store.type=jdbc",
				"realtime.external-events.enabled=true", "realtime.tenant-budget.money-per-day=25",
				"realtime.pricing.models.gpt-realtime.minute=1", "management.endpoints.web.exposure.include=realtime");

	private static DataSource database() {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:");
		return database;
	}

	@Test
	void everyBeanHasThePrefix() {
		assertThat(beanMethods()).isNotEmpty()
			.filteredOn((method) -> !List.of(MULTICASTER, HEALTH).containsAll(names(method)))
			.allSatisfy((method) -> assertThat(names(method)).as(method.getFullName())
				.isNotEmpty()
				.allMatch((name) -> name.startsWith(PREFIX)));
	}

	@Test
	void everyBeanIsPartOfAnApplicationThatUsesEverything() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanDefinitionNames())
				.contains(beanMethods().flatMap((method) -> names(method).stream()).toArray(String[]::new))
				.doesNotContain(NamesOfMethods.names().toArray(String[]::new));
		});
	}

	@Test
	void beansOfTheApplicationAreCalledAsItLikes() {
		assertThat(NamesOfMethods.names()).contains("translationClient", "realtimeTools", "realtimeSession",
				"realtimeClient", "realtimeBridge", "realtimePrices", "realtimeTransport");
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanNamesForType(Own.class))
				.containsExactlyInAnyOrder(NamesOfMethods.names().toArray(String[]::new));
			assertThat(context.getBeanDefinitionNames())
				.contains(beanMethods().flatMap((method) -> names(method).stream()).toArray(String[]::new));
		});
	}

	@Test
	void factoryMethodsOfTheApplicationAreCalledAsItLikes() {
		this.runner.withUserConfiguration(Translator.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(TranslationClient.class)
				.getBean("translationClient")
				.isInstanceOf(Own.class));
	}

	@Test
	void beansAreInjectedByTypeWhateverTheirConsumerCallsThem() {
		this.runner.withUserConfiguration(Application.class).withBean(Consumer.class).run((context) -> {
			Consumer consumer = context.getBean(Consumer.class);
			assertThat(consumer.realtimeClient).isSameAs(context.getBean(RealtimeSession.class));
			assertThat(consumer.realtimeSession).isSameAs(context.getBean(RealtimeClient.class));
			assertThat(consumer.realtimeTools).isSameAs(context.getBean(TranslationClient.class));
		});
	}

	@Test
	void sanitizingFunctionIsReplacedByItsName() {
		SanitizingFunction own = (data) -> data;
		this.runner.withBean("realtime4jSanitizingFunction", SanitizingFunction.class, () -> own)
			.run((context) -> assertThat(context).getBean(SanitizingFunction.class).isSameAs(own));
		this.runner.withBean("another", SanitizingFunction.class, () -> own)
			.run((context) -> assertThat(context).hasBean("another").hasBean("realtime4jSanitizingFunction"));
	}

	private static Class<?>[] autoConfigurations() {
		ClassLoader loader = RealtimeBeanNamesTests.class.getClassLoader();
		Class<?>[] all = ImportCandidates.load(AutoConfiguration.class, loader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.realtime4j."))
			.map((name) -> ClassUtils.resolveClassName(name, loader))
			.toArray(Class<?>[]::new);
		assertThat(all).contains(RealtimeBridgeAutoConfiguration.class, RealtimeAutoConfiguration.class);
		return all;
	}

	private static Stream<JavaMethod> beanMethods() {
		return BEAN_METHODS.stream();
	}

	private static List<JavaMethod> readBeanMethods() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.realtime4j.spring")
			.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Bean.class))
			.toList();
	}

	private static List<String> names(JavaMethod method) {
		return Arrays.asList(method.getAnnotationOfType(Bean.class).value());
	}

	/**
	 * Takes every name that a bean would have without a name of its own.
	 */
	static class NamesOfMethods implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			names().forEach((name) -> registry.registerBean(name, Own.class));
		}

		static List<String> names() {
			return beanMethods().map(JavaMethod::getName)
				.filter((name) -> !name.equals(MULTICASTER))
				.distinct()
				.toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(NamesOfMethods.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Translator {

		@Bean
		Own translationClient() {
			return new Own();
		}

		@Bean
		Own realtimeTools() {
			return new Own();
		}

	}

	static class Own {

	}

	record Consumer(RealtimeSession realtimeClient, RealtimeClient realtimeSession, TranslationClient realtimeTools) {

	}

}
