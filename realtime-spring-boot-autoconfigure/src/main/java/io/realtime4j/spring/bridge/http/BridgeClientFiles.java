package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.bridge.BridgeAccess;
import io.realtime4j.spring.bridge.access.AccessRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Internal handler that serves the ES module for pages and its worklets. Browsers ask
 * whether they have changed before they use them again, so that a page is never older
 * than its server.
 *
 * @since 0.1.0
 */
public class BridgeClientFiles implements HttpRequestHandler {

	private static final String LOCATION = "client/";

	private static final Set<String> FILES = Set.of("approval-queue.js", "captions.js", "capture-worklet.js",
			"composer.js", "connection.js", "elements.js", "listening.js", "loudness.js", "loudspeaker.js",
			"microphone.js", "notices.js", "phase.js", "playback-worklet.js", "problems.js", "realtime-client.js",
			"realtime-voice.js", "storage.js", "tool-card.js", "tool-words.js", "voice-style.js", "wave.js",
			"words.js");

	private static final String JAVA_SCRIPT = "text/javascript;charset=UTF-8";

	private final Map<String, ClientFile> files = new ConcurrentHashMap<>();

	private final Resource directory;

	private final AccessRules access;

	/**
	 * Create a handler of the files in this jar.
	 * @param access who may reach the bridge
	 */
	public BridgeClientFiles(BridgeAccess access) {
		this(new ClassPathResource(LOCATION, BridgeAccess.class), access);
	}

	BridgeClientFiles(Resource directory, BridgeAccess access) {
		this.directory = directory;
		this.access = new AccessRules(access);
	}

	/**
	 * Return the names of the files.
	 * @return the names, without a path
	 */
	public static Set<String> names() {
		return FILES;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		String method = request.getMethod();
		if (!HttpMethod.GET.matches(method) && !HttpMethod.HEAD.matches(method)) {
			throw new HttpRequestMethodNotSupportedException(method, Set.of("GET", "HEAD"));
		}
		if (!this.access.allowFile(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		String uri = request.getRequestURI();
		String name = uri.substring(uri.lastIndexOf('/') + 1);
		ClientFile file = FILES.contains(name) ? file(name) : null;
		if (file == null) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
		if (!new ServletWebRequest(request, response).checkNotModified(file.tag())) {
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setContentType(JAVA_SCRIPT);
			response.setContentLength(file.content().length);
			response.getOutputStream().write(file.content());
		}
	}

	private @Nullable ClientFile file(String name) throws IOException {
		ClientFile known = this.files.get(name);
		if (known != null) {
			return known;
		}
		Resource resource = this.directory.createRelative(name);
		if (!resource.exists()) {
			return null;
		}
		byte[] content = resource.getContentAsByteArray();
		ClientFile file = new ClientFile(content, '"' + DigestUtils.md5DigestAsHex(content) + '"');
		this.files.put(name, file);
		return file;
	}

	/**
	 * A file as it is sent.
	 *
	 * @param content the bytes
	 * @param tag the entity tag
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record ClientFile(byte[] content, String tag) {

	}

}
