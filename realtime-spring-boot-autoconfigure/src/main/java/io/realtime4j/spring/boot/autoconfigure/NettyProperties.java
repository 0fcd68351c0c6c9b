package io.realtime4j.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the transport on Netty.
 *
 * @since 0.1.0
 */
public class NettyProperties {

	/**
	 * Number of threads that read and write for all sessions. By default the number of
	 * processors, at most 4.
	 */
	private @Nullable Integer threads;

	public @Nullable Integer getThreads() {
		return this.threads;
	}

	public void setThreads(@Nullable Integer threads) {
		this.threads = threads;
	}

}
