package io.realtime4j.transport.netty;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * A first connection that leads nowhere: it loads the classes that the next one needs.
 */
final class WarmUp implements ConnectionListener {

	private static final URI NOWHERE = URI.create("ws://localhost/");

	private static final Duration SOON = Duration.ofSeconds(1);

	private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");

	// Of RFC 6455
	private static final String ACCEPTING = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final String TEXT = "{}";

	private static final byte[] FRAME = { (byte) 0x81, 2, '{', '}' };

	private @Nullable String heard;

	/**
	 * Connect to nowhere, and say and hear one text.
	 * @param settings the settings of the transport
	 * @param threads the threads of the transport
	 * @return the text that was heard, or {@code null} if there was no connection
	 */
	static @Nullable String run(NettySettings settings, IoThreads threads) {
		threads.bootstrap();
		SocketTransport.best().channels().newChannel().unsafe().closeForcibly();
		InetSocketAddress nowhere = InetSocketAddress.createUnresolved(NOWHERE.getHost(), 443);
		new EmbeddedChannel(Tls.handler(settings.sslContext().get(), nowhere, SOON.toMillis(), settings))
			.finishAndReleaseAll();
		WarmUp listener = new WarmUp();
		ConnectionRequest request = new ConnectionRequest(NOWHERE, Map.of(), List.of(), SOON);
		ConnectionAttempt attempt = new ConnectionAttempt(settings, threads, Runnable::run, request, listener);
		EmbeddedChannel channel = new EmbeddedChannel(UpgradeHandler.codec(),
				new UpgradeHandler(attempt, request, listener, settings));
		try {
			ByteBuf asked = channel.readOutbound();
			channel.writeInbound(Unpooled.copiedBuffer(answer(asked), StandardCharsets.US_ASCII));
			asked.release();
			channel.writeInbound(Unpooled.wrappedBuffer(FRAME));
		}
		finally {
			channel.finishAndReleaseAll();
			MessageText.forget();
		}
		return listener.heard;
	}

	private static String answer(ByteBuf asked) {
		Matcher key = KEY.matcher(asked.toString(StandardCharsets.US_ASCII));
		return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
				+ accept(key.find() ? key.group(1) : "") + "\r\n\r\n";
	}

	static String accept(String key) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-1");
			return Base64.getEncoder()
				.encodeToString(digest.digest((key + ACCEPTING).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void onOpen(TransportConnection connection) {
		connection.send(TEXT);
	}

	@Override
	public void onText(String text) {
		this.heard = text;
	}

	@Override
	public void onBinary(int size) {
		// Nobody sends any
	}

	@Override
	public void onEnd(ConnectionEnd end) {
		// Nobody waits for it
	}

}
