package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.playback.ClockedAudioSink;
import io.realtime4j.playback.PlaybackInterceptor;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the playback of sessions and its interruption. Without a sink of the
 * application, what listeners hear is taken to be played in real time. Sessions that have
 * a sink factory of their own, such as those of pages, are left to it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "realtime.playback.enabled", matchIfMissing = true)
class RealtimePlaybackConfiguration {

	@Bean("realtime4jAudioSinkFactory")
	@ConditionalOnMissingBean
	AudioSinkFactory realtimeAudioSinkFactory() {
		return (session) -> ClockedAudioSink.silent();
	}

	@Bean("realtime4jPlaybackCustomizer")
	RealtimeClientBuilderCustomizer realtimePlaybackCustomizer(AudioSinkFactory sinks) {
		return (builder) -> builder.interceptor(PlaybackInterceptor.factory(sinks));
	}

}
