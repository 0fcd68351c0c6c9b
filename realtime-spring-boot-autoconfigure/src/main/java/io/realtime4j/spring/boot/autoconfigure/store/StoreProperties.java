package io.realtime4j.spring.boot.autoconfigure.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the store of conversations.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.store")
public class StoreProperties {

	/**
	 * Type of the store. Conversations are not stored unless it is set, or there is a
	 * bean of type ConversationStore.
	 */
	private @Nullable Type type;

	/**
	 * How long a conversation is kept after it was written last.
	 */
	private Duration retention = Duration.ofDays(30);

	/**
	 * How often a session says that it still has its conversation, which is also how long
	 * it may take to find out that it has lost it.
	 */
	private Duration heartbeat = Duration.ofSeconds(10);

	/**
	 * How long a tool that may not run twice, or delegated work, waits until the store
	 * knows that it begins. It begins then, whatever the store does.
	 */
	private Duration maxWait = Duration.ofSeconds(1);

	/**
	 * Largest number of writes that are under way at once.
	 */
	private int maxWrites = 8;

	public @Nullable Type getType() {
		return this.type;
	}

	public void setType(@Nullable Type type) {
		this.type = type;
	}

	public Duration getRetention() {
		return this.retention;
	}

	public void setRetention(Duration retention) {
		this.retention = retention;
	}

	public Duration getHeartbeat() {
		return this.heartbeat;
	}

	public void setHeartbeat(Duration heartbeat) {
		this.heartbeat = heartbeat;
	}

	public Duration getMaxWait() {
		return this.maxWait;
	}

	public void setMaxWait(Duration maxWait) {
		this.maxWait = maxWait;
	}

	public int getMaxWrites() {
		return this.maxWrites;
	}

	public void setMaxWrites(int maxWrites) {
		this.maxWrites = maxWrites;
	}

	/**
	 * Type of a store.
	 */
	public enum Type {

		/**
		 * The database of the DataSource.
		 */
		JDBC

	}

}
