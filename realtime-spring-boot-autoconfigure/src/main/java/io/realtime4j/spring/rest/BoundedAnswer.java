package io.realtime4j.spring.rest;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer of which no more is read than a bound, whatever the server sends.
 */
final class BoundedAnswer implements ClientHttpResponse {

	/**
	 * The largest answer that is read, in bytes (1 Mi): settings with all their tools are
	 * far smaller.
	 */
	static final int MAX_SIZE = 1024 * 1024;

	private final ClientHttpResponse answer;

	private @Nullable InputStream body;

	private BoundedAnswer(ClientHttpResponse answer) {
		this.answer = answer;
	}

	static ClientHttpRequestInterceptor interceptor() {
		return new ClientHttpRequestInterceptor() {

			@Override
			public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
					throws IOException {
				return new BoundedAnswer(execution.execute(request, body));
			}

		};
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.answer.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.answer.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.answer.getHeaders();
	}

	@Override
	public InputStream getBody() throws IOException {
		InputStream body = this.body;
		if (body == null) {
			body = new Body(this.answer.getBody());
			this.body = body;
		}
		return body;
	}

	// What was not read is not waited for, as the answer itself would do
	@Override
	public void close() {
		try {
			this.answer.getBody().close();
		}
		catch (IOException ex) {
			// The connection is lost anyway
		}
		this.answer.close();
	}

	/**
	 * The body of the answer, up to the bound.
	 */
	private static final class Body extends InputStream {

		private final InputStream body;

		private long left = MAX_SIZE;

		private Body(InputStream body) {
			this.body = body;
		}

		@Override
		public int read() throws IOException {
			int value = this.body.read();
			count((value >= 0) ? 1 : 0);
			return value;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(count);
			return count;
		}

		@Override
		public void close() throws IOException {
			this.body.close();
		}

		private void count(int bytes) throws IOException {
			this.left -= Math.max(0, bytes);
			if (this.left < 0) {
				throw new IOException("The answer is larger than " + MAX_SIZE + " bytes");
			}
		}

	}

}
