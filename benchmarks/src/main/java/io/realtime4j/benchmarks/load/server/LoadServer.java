package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.net.ssl.SSLContext;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.SelfSigned;
import org.jspecify.annotations.Nullable;

/**
 * A server on one thread. It writes frames that were made before, so that it is faster
 * than any client. It tells its port, and its figures when it is asked.
 */
public final class LoadServer {

	/**
	 * Command to count anew.
	 */
	public static final String BEGIN = "begin";

	/**
	 * Command to forget what was late or missing so far.
	 */
	public static final String MEASURE = "measure";

	/**
	 * Command to say nothing more.
	 */
	public static final String HUSH = "hush";

	private static final int BACKLOG = 4096;

	private static final int PLAIN_BUFFER = 2048;

	private static final int TLS_BUFFER = 20 * 1024;

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final Scenario scenario;

	private final @Nullable SSLContext sslContext;

	private final Selector selector;

	private final Queue<String> commands = new ConcurrentLinkedQueue<>();

	private final Map<Connection, SelectionKey> keys = new HashMap<>();

	private int accepted;

	private LoadServer(Scenario scenario, @Nullable SSLContext sslContext) throws IOException {
		this.scenario = scenario;
		this.sslContext = sslContext;
		this.selector = Selector.open();
	}

	/**
	 * Serve until the JVM that started this one closes the line.
	 * @param args {@code --scenario} and the options of the scenario, {@code --tls} with
	 * a key store
	 * @throws IOException if no socket can be opened
	 */
	public static void main(String[] args) throws IOException {
		Options options = Options.of(args);
		String keyStore = options.text("tls", "");
		SSLContext sslContext = (keyStore.isEmpty()) ? null : SelfSigned.load(keyStore).sslContext();
		LoadServer server = new LoadServer(Scenarios.create(options), sslContext);
		ParentLine.listen(server::command);
		server.serve();
	}

	private void command(String command) {
		this.commands.add(command);
		this.selector.wakeup();
	}

	private void serve() throws IOException {
		ServerSocketChannel listening = ServerSocketChannel.open();
		listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
		listening.configureBlocking(false);
		listening.register(this.selector, SelectionKey.OP_ACCEPT);
		Figures.none().with("port", listening.socket().getLocalPort()).print();
		while (true) {
			long pause = this.scenario.tick(this::flush);
			this.selector.select(this::handle, Math.max(1, pause / NANOS_PER_MILLI));
			for (String command = this.commands.poll(); command != null; command = this.commands.poll()) {
				this.scenario.command(command, this::flush);
				this.scenario.figures().with("connections", this.keys.size()).with("accepted", this.accepted).print();
			}
		}
	}

	private void handle(SelectionKey key) {
		if (key.isAcceptable()) {
			accept((ServerSocketChannel) key.channel());
			return;
		}
		Connection connection = (Connection) key.attachment();
		try {
			boolean goesOn = !key.isReadable() || connection.read();
			flush(connection);
			if (!goesOn) {
				close(connection);
			}
		}
		catch (IOException ex) {
			close(connection);
		}
	}

	private void accept(ServerSocketChannel listening) {
		try {
			for (SocketChannel channel = listening.accept(); channel != null; channel = listening.accept()) {
				register(channel);
			}
		}
		catch (IOException ex) {
			// The client hung up, or files are used up, which it notices
		}
	}

	private void register(SocketChannel channel) throws IOException {
		channel.configureBlocking(false);
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		SSLContext tls = this.sslContext;
		Link link = (tls != null) ? new TlsLink(channel, tls) : new PlainLink(channel);
		Connection connection = new Connection(this.accepted++, link, this.scenario,
				(tls != null) ? TLS_BUFFER : PLAIN_BUFFER);
		this.keys.put(connection, channel.register(this.selector, SelectionKey.OP_READ, connection));
	}

	private void flush(Connection connection) {
		SelectionKey key = this.keys.get(connection);
		if (key == null || !key.isValid()) {
			return;
		}
		try {
			boolean done = connection.flush();
			key.interestOps((done) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
		}
		catch (IOException ex) {
			close(connection);
		}
	}

	private void close(Connection connection) {
		SelectionKey key = this.keys.remove(connection);
		if (key != null) {
			this.scenario.closed(connection);
			try {
				key.channel().close();
			}
			catch (IOException ex) {
				// It is gone either way
			}
		}
	}

}
