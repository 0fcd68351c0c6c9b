package io.realtime4j.spring.boot.autoconfigure.tool;

import java.util.List;
import java.util.stream.Stream;

import com.github.victools.jsonschema.generator.SchemaGenerator;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.boot.autoconfigure.RealtimeSessionSpecCustomizer;
import io.realtime4j.spring.boot.autoconfigure.guardrail.RealtimeGuardrailAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.McpServerMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.session.ToolProperties;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.logging.ToolLogger;
import io.realtime4j.spring.tool.AnnotatedTools;
import io.realtime4j.spring.tool.BeanValidationToolMethodValidator;
import io.realtime4j.spring.tool.RealtimeToolProvider;
import io.realtime4j.spring.tool.ToolMethodValidator;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolCallInterceptor;
import io.realtime4j.tool.ToolErrorFormatter;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import jakarta.validation.Validator;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} for the tools that the model may call:
 * methods of beans, beans, and hosted MCP servers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, RealtimeGuardrailAutoConfiguration.class },
		afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
public final class RealtimeToolAutoConfiguration {

	RealtimeToolAutoConfiguration() {
	}

	@Bean("realtime4jLateTools")
	LateTools realtimeLateTools(ObjectProvider<RealtimeToolProvider> providers, ListableBeanFactory beanFactory) {
		return new LateTools(providers, new SessionKinds(beanFactory));
	}

	@Bean("realtime4jTools")
	@ConditionalOnMissingBean
	ToolSet realtimeTools(RealtimeProperties properties, ObjectProvider<CallableTool> tools,
			ObjectProvider<RealtimeToolProvider> providers, LateTools lateTools) {
		List<CallableTool> all = Stream
			.concat(tools.orderedStream(), providers.orderedStream().flatMap((provider) -> provider.tools().stream()))
			.toList();
		return lateTools
			.begin(ToolSet.of(all).withServers(McpServerMapper.map(properties.getSession().getTools().getMcp())));
	}

	@Bean("realtime4jToolRunner")
	@ConditionalOnMissingBean
	ToolRunner realtimeToolRunner(ToolSet tools, RealtimeProperties properties, RealtimeExecutors executors,
			ObjectProvider<ToolListener> listeners, ObjectProvider<ToolCallInterceptor> interceptors,
			ObjectProvider<ToolErrorFormatter> errorFormatter, ListenerErrorHandler errorHandler) {
		ToolProperties settings = properties.getSession().getTools();
		PropertyChecks.positive(settings.getTimeout(), "realtime.session.tools.timeout");
		PropertyChecks.positive(settings.getApprovalTimeout(), "realtime.session.tools.approval-timeout");
		PropertyChecks.positive(settings.getMaxOutputLength(), "realtime.session.tools.max-output-length");
		ToolRunner.Builder runner = ToolRunner.builder(executors.tools(), executors.scheduler())
			.tools(tools)
			.timeout(settings.getTimeout())
			.approvalTimeout(settings.getApprovalTimeout())
			.maxOutputLength(settings.getMaxOutputLength())
			.listenerExecutor(executors.listeners())
			.errorHandler(errorHandler)
			.listener(new ToolLogger());
		errorFormatter.ifAvailable(runner::errorFormatter);
		interceptors.orderedStream().forEach(runner::interceptor);
		listeners.orderedStream().forEach(runner::listener);
		return runner.build();
	}

	@Bean("realtime4jToolClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeToolClientCustomizer(ToolRunner runner, LateTools lateTools) {
		return (builder) -> builder.interceptor(runner).interceptor(lateTools);
	}

	@Bean("realtime4jToolSessionCustomizer")
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RealtimeSessionSpecCustomizer realtimeToolSessionCustomizer(ToolSet tools, LateTools lateTools) {
		ToolSet callable = lateTools.give(tools);
		return (builder) -> {
			if (!callable.definitions().isEmpty() && builder.build().settings() instanceof RealtimeSessionSettings) {
				callable.equip(builder);
			}
		};
	}

	/**
	 * Methods of beans.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SchemaGenerator.class)
	static class AnnotatedToolConfiguration {

		@Bean("realtime4jAnnotatedTools")
		@ConditionalOnMissingBean
		static AnnotatedTools realtimeAnnotatedTools(ConfigurableListableBeanFactory beanFactory,
				ObjectProvider<ToolMethodValidator> validator) {
			return new AnnotatedTools(beanFactory, validator.getIfAvailable());
		}

	}

	/**
	 * Validation of the arguments of methods.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	@ConditionalOnSingleCandidate(Validator.class)
	static class ToolValidationConfiguration {

		@Bean("realtime4jToolMethodValidator")
		@ConditionalOnMissingBean(ToolMethodValidator.class)
		BeanValidationToolMethodValidator realtimeToolMethodValidator(ObjectProvider<Validator> validators) {
			// Spring MVC makes one for itself that no condition sees, after that of the
			// application
			return new BeanValidationToolMethodValidator(
					validators.getIfUnique(() -> validators.stream().findFirst().orElseThrow()));
		}

	}

}
