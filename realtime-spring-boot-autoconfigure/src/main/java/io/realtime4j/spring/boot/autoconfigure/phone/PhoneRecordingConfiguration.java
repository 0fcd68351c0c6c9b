package io.realtime4j.spring.boot.autoconfigure.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.phone.recording.CallRecordingStore;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.spring.phone.recording.DirectoryRecordingStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Internal configuration of the recording of calls.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("realtime.phone.recording.enabled")
@EnableConfigurationProperties(PhoneRecordingProperties.class)
class PhoneRecordingConfiguration {

	private static final String PREFIX = "realtime.phone.recording.";

	/**
	 * A file holds a little more at 24 kHz.
	 */
	private static final Duration LONGEST = Duration.ofHours(12);

	private static final int THREADS = 4;

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
	CallRecordings realtimeCallRecordings(CallRecordingStore store, PhoneRecordingProperties properties) {
		Duration maxDuration = properties.getMaxDuration();
		PropertyChecks.positive(maxDuration, PREFIX + "max-duration");
		PropertyChecks.check(maxDuration.compareTo(LONGEST) <= 0, PREFIX + "max-duration", "must be at most 12h");
		return new CallRecordings(store, maxDuration, executor());
	}

	// Where a store blocks, nothing else waits for it. Not a bean: it is no executor of
	// the
	// application's
	private static Executor executor() {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 5, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), new CustomizableThreadFactory("realtime-recording-"));
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

}
