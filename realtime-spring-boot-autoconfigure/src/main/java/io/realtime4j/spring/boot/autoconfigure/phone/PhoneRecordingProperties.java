package io.realtime4j.spring.boot.autoconfigure.phone;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Internal properties of the recording of phone calls.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.phone.recording")
public class PhoneRecordingProperties {

	/**
	 * Whether phone calls are recorded.
	 */
	private boolean enabled;

	/**
	 * Directory of the recordings, which is created if it does not exist. Required unless
	 * there is a CallRecordingStore bean.
	 */
	private @Nullable Path directory;

	/**
	 * Maximum duration of a recording. The call goes on after it.
	 */
	private Duration maxDuration = Duration.ofHours(2);

	/**
	 * Return whether phone calls are recorded.
	 * @return whether they are
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the directory of the recordings.
	 * @return the directory, or {@code null} if it is not set
	 */
	public @Nullable Path getDirectory() {
		return this.directory;
	}

	public void setDirectory(@Nullable Path directory) {
		this.directory = directory;
	}

	/**
	 * Return the maximum duration of a recording.
	 * @return the duration
	 */
	public Duration getMaxDuration() {
		return this.maxDuration;
	}

	public void setMaxDuration(Duration maxDuration) {
		this.maxDuration = maxDuration;
	}

}
