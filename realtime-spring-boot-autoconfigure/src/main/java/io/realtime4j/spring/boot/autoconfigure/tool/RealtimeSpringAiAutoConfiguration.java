package io.realtime4j.spring.boot.autoconfigure.tool;

import io.realtime4j.spring.tool.ai.LiveTranscriptMemory;
import io.realtime4j.spring.tool.ai.SpringAiTools;
import io.realtime4j.spring.tool.ai.TranscriptMemory;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for Spring AI: its tools, and its memory
 * for transcripts.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = RealtimeToolAutoConfiguration.class,
		afterName = "org.springframework.ai.model.chat.memory.autoconfigure.ChatMemoryAutoConfiguration")
@ConditionalOnClass(ToolCallback.class)
public final class RealtimeSpringAiAutoConfiguration {

	RealtimeSpringAiAutoConfiguration() {
	}

	@Bean("realtime4jSpringAiTools")
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "realtime.session.tools.spring-ai.enabled", matchIfMissing = true)
	SpringAiTools realtimeSpringAiTools(ObjectProvider<ToolCallback> callbacks,
			ObjectProvider<ToolCallbackProvider> providers, ConfigurableListableBeanFactory beanFactory) {
		return new SpringAiTools(callbacks, providers, beanFactory);
	}

	/**
	 * Memory for what was said.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("realtime.session.chat-memory.enabled")
	@ConditionalOnBean(ChatMemory.class)
	static class TranscriptMemoryConfiguration {

		@Bean("realtime4jTranscriptMemory")
		@ConditionalOnMissingBean
		TranscriptMemory realtimeTranscriptMemory(ChatMemory memory) {
			return new TranscriptMemory(memory);
		}

		@Bean("realtime4jLiveTranscriptMemory")
		@ConditionalOnMissingBean
		LiveTranscriptMemory liveTranscriptMemory(ChatMemory memory) {
			return new LiveTranscriptMemory(memory);
		}

	}

}
