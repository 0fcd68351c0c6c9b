package io.realtime4j.transport.netty;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.TransportConnection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NettyTransport} without {@code netty-handler-proxy}.
 */
class AbsentProxyHandlerTests {

	@Test
	void connectionThroughProxyFailsAndSaysWhatIsMissing() throws Exception {
		try (URLClassLoader loader = new WithoutProxyHandler()) {
			Object attempt = loader.loadClass(Attempt.class.getName()).getDeclaredConstructor().newInstance();
			assertThat(((Callable<?>) attempt).call()).isEqualTo("ConnectFailed[problem=the connection needs a proxy,"
					+ " for which netty-handler-proxy is required, permanent=true]");
		}
	}

	/**
	 * The class path of this test without one library.
	 */
	private static final class WithoutProxyHandler extends URLClassLoader {

		private WithoutProxyHandler() throws MalformedURLException {
			super(urls(), ClassLoader.getPlatformClassLoader());
		}

		private static URL[] urls() throws MalformedURLException {
			List<URL> urls = new ArrayList<>();
			for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
				urls.add(Path.of(path).toUri().toURL());
			}
			return urls.toArray(URL[]::new);
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("io.netty.handler.proxy.")) {
				throw new ClassNotFoundException(name);
			}
			return super.loadClass(name, resolve);
		}

	}

	/**
	 * Connects through a proxy, and gives the end of the connection.
	 */
	public static final class Attempt extends ProxySelector implements Callable<String>, ConnectionListener {

		private final CompletableFuture<String> ended = new CompletableFuture<>();

		@Override
		public String call() throws Exception {
			ProxySelector before = ProxySelector.getDefault();
			ProxySelector.setDefault(this);
			try (NettyTransport transport = NettyTransport.create()) {
				transport.connect(new ConnectionRequest(URI.create("ws://host.example/"), Map.of(), List.of(),
						Duration.ofSeconds(60)), this);
				return this.ended.get(60, TimeUnit.SECONDS);
			}
			finally {
				ProxySelector.setDefault(before);
			}
		}

		@Override
		public List<Proxy> select(URI uri) {
			return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", 1)));
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException ex) {
		}

		@Override
		public void onOpen(TransportConnection connection) {
		}

		@Override
		public void onText(String text) {
		}

		@Override
		public void onBinary(int size) {
		}

		@Override
		public void onEnd(ConnectionEnd end) {
			this.ended.complete(end.toString());
		}

	}

}
