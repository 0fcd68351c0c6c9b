package io.realtime4j.spring.websocket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.RetryAfter;
import org.apache.tomcat.websocket.AsyncChannelWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The status and the headers with which a server answers.
 *
 * @param status the HTTP status
 * @param headers the headers by name, of any case
 */
record HttpHead(int status, Map<String, List<String>> headers) {

	private static final int MAX_LENGTH = 64 * 1024;

	private static final String END = "\r\n\r\n";

	/**
	 * Read a head and nothing behind it.
	 * @param channel where to read
	 * @param buffer what is read; behind the head it may hold the first bytes that follow
	 * @param deadline the moment until which the head must be there
	 * @return the head
	 */
	static HttpHead read(AsyncChannelWrapper channel, ByteBuffer buffer, Deadline deadline)
			throws InterruptedException, ExecutionException, TimeoutException, HandshakeException {
		StringBuilder head = new StringBuilder();
		while (true) {
			buffer.clear();
			if (deadline.await(channel.read(buffer)) < 0) {
				throw failed("the server ended the connection before it answered");
			}
			buffer.flip();
			while (buffer.hasRemaining()) {
				head.append((char) (buffer.get() & 0xFF));
				if (endsHead(head)) {
					return parse(head.substring(0, head.length() - END.length()));
				}
			}
			if (head.length() > MAX_LENGTH) {
				throw failed("the headers of its answer are too large");
			}
		}
	}

	private static boolean endsHead(StringBuilder head) {
		int start = head.length() - END.length();
		return start >= 0 && head.charAt(head.length() - 1) == '\n' && head.indexOf(END, start) == start;
	}

	private static HttpHead parse(String head) throws HandshakeException {
		String[] lines = head.split("\r\n");
		if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d{2}( .*)?")) {
			throw failed("it does not answer in HTTP");
		}
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (int i = 1; i < lines.length; i++) {
			int colon = lines[i].indexOf(':');
			if (colon > 0) {
				headers.computeIfAbsent(lines[i].substring(0, colon).trim(), (name) -> new ArrayList<>())
					.add(lines[i].substring(colon + 1).trim());
			}
		}
		return new HttpHead(Integer.parseInt(lines[0].substring(9, 12)), headers);
	}

	// Without the subprotocol, which may be a credential
	Map<String, List<String>> publicHeaders() {
		Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		shown.putAll(this.headers);
		shown.keySet().removeIf(Target::isSubprotocols);
		return shown;
	}

	@Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? String.join(", ", values) : null;
	}

	/**
	 * Return how long the server asks to wait, which it says in seconds or as a date.
	 * @param now the time to count from if the server does not say its own
	 * @return the time, or {@code null} if it says nothing that can be understood
	 */
	@Nullable Duration retryAfter(Instant now) {
		return RetryAfter.parse(header("Retry-After"), header("Date"), now);
	}

	private static HandshakeException failed(String problem) {
		return new HandshakeException(new ConnectFailed(problem));
	}

}
