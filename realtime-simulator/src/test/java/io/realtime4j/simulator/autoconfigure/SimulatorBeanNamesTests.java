package io.realtime4j.simulator.autoconfigure;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.test.autoconfigure.TestRealtimeSimulatorAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the names of beans, those of the simulator and those that it starts beside.
 */
class SimulatorBeanNamesTests {

	@Test
	void everyBeanOfEveryModuleHasThePrefix() throws IOException {
		Resource[] classes = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:io/realtime4j/**/*Configuration.class");
		Stream<String> methods = Arrays.stream(classes).flatMap(SimulatorBeanNamesTests::beanMethods);
		assertThat(methods).hasSizeGreaterThan(40)
			.anyMatch((method) -> method.contains("RealtimeSimulatorAutoConfiguration"))
			.anyMatch((method) -> method.contains("RealtimeBridgeAutoConfiguration"))
			.allMatch((method) -> hasNameOfSpring(method) || method.contains(" realtime4j"));
	}

	@ParameterizedTest
	@ValueSource(classes = { RealtimeSimulatorAutoConfiguration.class, TestRealtimeSimulatorAutoConfiguration.class })
	void beansOfTheApplicationAreCalledAsItLikes(Class<?> autoConfiguration) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(autoConfiguration, RealtimeAutoConfiguration.class))
			.withPropertyValues("realtime.session.auto-open=false")
			.withUserConfiguration(Application.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(RealtimeSimulator.class)
				.hasSingleBean(RealtimeConnectionDetails.class)
				.hasBean("realtimeSimulator"));
	}

	// Spring finds the multicaster by its name, and Boot calls a health by that of its
	// bean
	private static boolean hasNameOfSpring(String method) {
		return method.endsWith(" applicationEventMulticaster") || method.endsWith(" realtimeHealthIndicator");
	}

	private static Stream<String> beanMethods(Resource type) {
		try {
			Set<MethodMetadata> methods = new SimpleMetadataReaderFactory().getMetadataReader(type)
				.getAnnotationMetadata()
				.getAnnotatedMethods(Bean.class.getName());
			return methods.stream()
				.map((method) -> method.getDeclaringClassName() + " "
						+ String.join(",", method.getAnnotations().get(Bean.class).getStringArray("name")));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		StringBuilder realtimeSimulator() {
			return new StringBuilder();
		}

		@Bean
		StringBuilder realtimeSimulatorConnectionDetails() {
			return new StringBuilder();
		}

	}

}
