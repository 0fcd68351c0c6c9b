package io.realtime4j.spring.boot.autoconfigure;

import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * The SSL context of the connection details, made anew when their bundle has been
 * reloaded.
 */
class CurrentSslContext implements Supplier<SSLContext> {

	private final RealtimeConnectionDetails details;

	private @Nullable SslBundle bundle;

	private @Nullable SSLContext context;

	CurrentSslContext(RealtimeConnectionDetails details) {
		this.details = details;
		if (details.getSslBundle() != null) {
			// A bundle that cannot be used stops the start
			get();
		}
	}

	@Override
	public synchronized SSLContext get() {
		SslBundle current = this.details.getSslBundle();
		SSLContext result = this.context;
		if (result == null || !Objects.equals(current, this.bundle)) {
			result = (current != null) ? current.createSslContext() : defaultContext();
			this.bundle = current;
			this.context = result;
		}
		return result;
	}

	private static SSLContext defaultContext() {
		try {
			return SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The JVM has no TLS", ex);
		}
	}

}
