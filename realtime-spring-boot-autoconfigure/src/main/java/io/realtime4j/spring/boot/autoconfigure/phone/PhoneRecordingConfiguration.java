package io.realtime4j.spring.boot.autoconfigure.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.recording.CallRecordingStore;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.spring.phone.recording.DirectoryRecordingStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Internal configuration of the recording of calls.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("realtime.phone.recording.enabled")
@EnableConfigurationProperties(PhoneRecordingProperties.class)
class PhoneRecordingConfiguration {

	private static final String PREFIX = "realtime.phone.recording.";

	@Bean("realtime4jCallRecordingStore")
	@ConditionalOnMissingBean
	CallRecordingStore realtimeCallRecordingStore(PhoneRecordingProperties properties) {
		Path directory = properties.getDirectory();
		if (directory == null) {
			throw new InvalidRealtimePropertyException(PREFIX + "directory",
					"must be set, or a CallRecordingStore bean be there, since calls are recorded");
		}
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "directory",
					"must be a directory that can be created: " + ex);
		}
		PropertyChecks.check(Files.isWritable(directory), PREFIX + "directory", "must be writable");
		return new DirectoryRecordingStore(directory, Clock.systemUTC());
	}

	@Bean("realtime4jCallRecordings")
	CallRecordings realtimeCallRecordings(CallRecordingStore store, PhoneRecordingProperties properties,
			RealtimeExecutors executors) {
		PropertyChecks.positive(properties.getMaxDuration(), PREFIX + "max-duration");
		return new CallRecordings(store, properties.getMaxDuration(), executors.listeners());
	}

}
